using System.Runtime.InteropServices;

namespace MLNet.Gan;

/// <summary>The module in which a network's forward pass fails, which libtorch does not name.</summary>
internal static class FailingModule
{
    private const string Invalid = "Tensor invalid";

    /// <summary>A forward pass whose failure names the module, its path and what it was given.</summary>
    /// <exception cref="InvalidOperationException">The pass failed.</exception>
    public static Tensor Pass(nn.Module<Tensor, Tensor?, Tensor> network, string role, Tensor input, Tensor? labels)
    {
        Tensor? output;
        try
        {
            output = network.forward(input, labels);
        }
        catch (Exception e) when (labels is null && e is NullReferenceException or ArgumentNullException && ReadsLabels(network))
        {
            throw WithoutLabels(network, role, e);
        }
        catch (Exception e) when (IsOfLibtorch(e) || IsDisposed(e))
        {
            throw input.IsInvalid ? Disposing(network, role, e) : Failure(network, role, input, labels, e);
        }

        if (output is null)
            throw new InvalidOperationException(
                $"The {role} {network.TypeName()} returned null. Return a tensor from its forward.");
        if (input.IsInvalid)
            throw Disposing(network, role, null);
        return !output.IsInvalid ? output : throw Failure(
            network, role, input, labels, new InvalidOperationException($"{Invalid}: it was disposed before it was returned"));
    }

    /// <summary>Whether a network reads labels, as far as its type tells.</summary>
    public static bool ReadsLabels(nn.Module network) => Own(network) is nn.Module<Tensor, Tensor?, Tensor>;

    /// <summary>The failure of a network that reads labels where there are none.</summary>
    public static InvalidOperationException WithoutLabels(nn.Module network, string role, Exception cause) => new(
        $"{nameof(GanOptions.LabelColumnName)} is not set, so the {role} {network.TypeName()} gets no labels, and it fails: "
            + $"{cause.Message.TrimEnd('.')}. Name the column of classes, or use a {role} that computes without labels.", cause);

    private static nn.Module Own(nn.Module network) => network is IAdaptedNetwork adapted ? adapted.Inner : network;

    private static InvalidOperationException Failure(
        nn.Module<Tensor, Tensor?, Tensor> network, string role, Tensor input, Tensor? labels, Exception cause)
    {
        var (place, returnsInput) = Place(network, input, labels);
        var found = place is { } at ? $" at {at}" : $", which was given {Text(input)}";
        var cure = !IsDisposed(cause)
            ? "Change the sizes of that module, or those of the modules before it"
            : returnsInput is null
                ? "A tensor that it computes with was disposed: look for a using or Dispose of what is still read, or "
                    + "for a module that several networks share, since each network is disposed with its modules"
                : $"{returnsInput} returns its input itself, and nn.Sequential disposes of what its modules read. Replace it";
        return new(
            $"The {role} {network.TypeName()} fails{found}, so nothing was trained: {cause.Message.Split('\n')[0].TrimEnd('.')}. {cure}.",
            cause);
    }

    private static InvalidOperationException Disposing(nn.Module network, string role, Exception? cause) => new(
        $"The {role} {network.TypeName()} disposes of its input, which training still reads, so nothing was trained. Remove the "
            + "using or Dispose of it from its forward.", cause);

    /// <summary>
    /// The innermost module that was entered and not left when the same pass fails again, and the last one that returned its
    /// input itself.
    /// </summary>
    private static (string? Place, string? ReturnsInput) Place(
        nn.Module<Tensor, Tensor?, Tensor> network, Tensor input, Tensor? labels)
    {
        var own = Own(network);
        var entered = new Stack<(nn.Module Module, string Given)>();
        string? returnsInput = null;
        List<Action> unhook = [];
        foreach (var module in own.DistinctModules().OfType<nn.Module<Tensor, Tensor>>())
        {
            unhook.Add(module.register_forward_pre_hook((_, given) =>
            {
                entered.Push((module, Text(given)));
                return given;
            }).remove);
            unhook.Add(module.register_forward_hook((_, given, result) =>
            {
                entered.Pop();
                if (ReferenceEquals(given, result))
                    returnsInput = Name(own, module);
                return result;
            }).remove);
        }

        try
        {
            network.forward(input, labels);
            return (null, returnsInput);
        }
        catch (Exception e) when (IsOfLibtorch(e) || IsDisposed(e))
        {
            return entered.TryPeek(out var last) && own.PathOf(last.Module).Length > 0
                ? ($"{Name(own, last.Module)}, which was given {last.Given}", returnsInput)
                : (null, returnsInput);
        }
        finally
        {
            unhook.ForEach(remove => remove());
        }
    }

    private static string Name(nn.Module own, nn.Module module) => $"'{own.PathOf(module)}' ({module.GetType().Name})";

    private static string Text(Tensor given) =>
        given.IsInvalid ? "a disposed tensor" : $"a tensor [{string.Join(", ", given.Sizes())}]";

    private static bool IsOfLibtorch(Exception e) => e is ExternalException or ArgumentException;

    /// <summary>TorchSharp reports a tensor that was disposed as an invalid operation.</summary>
    private static bool IsDisposed(Exception e) =>
        e is InvalidOperationException && e.Message.StartsWith(Invalid, StringComparison.Ordinal);
}
