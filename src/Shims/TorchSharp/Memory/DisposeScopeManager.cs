namespace TorchSharp;

/// <summary>A thread's stack of dispose scopes.</summary>
internal sealed class DisposeScopeManager
{
    [ThreadStatic]
    private static DisposeScopeManager? OfThread;

    public static DisposeScopeManager Current => OfThread ??= new();

    public DisposeScope? Innermost { get; private set; }

    public DisposeScope Open() => Innermost = new(this, Innermost);

    /// <summary>Takes a scope off the stack; scopes opened after it and never closed go with it.</summary>
    public void Close(DisposeScope scope)
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
