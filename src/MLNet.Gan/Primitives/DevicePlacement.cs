namespace MLNet.Gan;

/// <summary>Device checks of a user's own networks, for errors before training instead of in libtorch.</summary>
internal static class DevicePlacement
{
    /// <summary>Returns an error for a network with a parameter or buffer that is not on the training device.</summary>
    public static IEnumerable<string> Misplaced(this nn.Module network, Device device, string role) =>
        from named in Tensors(network)
        where named.Tensor.device_type != device.type
            || (device.type == DeviceType.CUDA && named.Tensor.device_index != device.index)
        select $"'{named.Name}' of the {role} is on {named.Tensor.device}, but training runs on {device}. Make every "
            + "parameter and buffer there, which is NetworkSpec.Device.";

    /// <summary>Returns the network, whose parameters and buffers must all be on the training device.</summary>
    /// <exception cref="InvalidOperationException">One of them is not.</exception>
    public static T On<T>(this T network, Device device, string role) where T : nn.Module =>
        network.Misplaced(device, role).FirstOrDefault() is { } problem
            ? throw new InvalidOperationException(problem)
            : network;

    /// <summary>A network whose parameters and buffers are of single precision, as samples are.</summary>
    /// <exception cref="InvalidOperationException">One has other floating-point numbers.</exception>
    public static T OfSingles<T>(this T network, string role) where T : nn.Module
    {
        foreach (var (name, tensor) in Tensors(network))
        {
            if (tensor.dtype != ScalarType.Float32 && (tensor.is_floating_point() || tensor.is_complex()))
                throw new InvalidOperationException(
                    $"'{name}' of the {role} is of {tensor.dtype}, but samples are of Float32. Make every parameter and buffer "
                        + "of Float32.");
        }

        return network;
    }

    private static List<(string Name, Tensor Tensor)> Tensors(nn.Module network) =>
    [
        .. network.named_parameters().Select(pair => (pair.name, (Tensor)pair.parameter)),
        .. network.named_buffers().Select(pair => (pair.name, pair.buffer)),
    ];
}
