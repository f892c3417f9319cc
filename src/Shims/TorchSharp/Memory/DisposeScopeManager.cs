namespace TorchSharp;

/// <summary>A thread's stack of dispose scopes and its count of tensors.</summary>
public sealed class DisposeScopeManager
{
    [ThreadStatic]
    private static DisposeScopeManager? OfThread;

    public static ThreadDisposeScopeStatistics Statistics => Current.Counts;

    internal static DisposeScopeManager Current => OfThread ??= new();

    internal ThreadDisposeScopeStatistics Counts { get; } = new();

    internal DisposeScope? Innermost { get; private set; }

    internal DisposeScope Open() => Innermost = new(this, Innermost);

    /// <summary>Takes a scope off the stack; scopes opened after it and never closed go with it.</summary>
    internal void Close(DisposeScope scope)
    {
        for (var open = Innermost; open is not null; open = open.Outer)
        {
            if (open == scope)
            {
                Innermost = scope.Outer;
                return;
            }
        }
    }
}
