namespace MLNet.Gan;

/// <summary>Where networks of the user's own lie.</summary>
internal static class DevicePlacement
{
    /// <summary>A network that lies where training runs. Else the run would end in libtorch's words.</summary>
    /// <exception cref="InvalidOperationException">A parameter or buffer lies elsewhere.</exception>
    public static T On<T>(this T network, Device device, string role) where T : nn.Module
    {
        var tensors = network.named_parameters().Select(pair => (pair.name, Tensor: (Tensor)pair.parameter))
            .Concat(network.named_buffers().Select(pair => (pair.name, Tensor: pair.buffer)));
        foreach (var (name, tensor) in tensors)
        {
            if (tensor.device_type != device.type
                || (device.type == DeviceType.CUDA && tensor.device_index != device.index))
                throw new InvalidOperationException(
                    $"'{name}' of the {role} is on {tensor.device}, but training runs on {device}. Make every parameter "
                        + "and buffer there, which is NetworkSpec.Device.");
        }

        return network;
    }
}
