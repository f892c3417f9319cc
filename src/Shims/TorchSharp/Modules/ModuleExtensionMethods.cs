using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>Moves modules between devices and element types.</summary>
public static class ModuleExtensionMethods
{
    /// <summary>
    /// Moves the parameters and buffers to a device. What moves becomes a new object, also in the field it was in; the
    /// old one is disposed.
    /// </summary>
    /// <typeparam name="T">The kind of module.</typeparam>
    /// <param name="module">The module, which is given back.</param>
    /// <param name="device">Where to.</param>
    /// <param name="non_blocking">Not used.</param>
    public static T to<T>(this T module, Device device, bool non_blocking = false)
        where T : nn.Module => Moved(module, null, device);

    /// <summary>
    /// Moves the parameters and buffers to a device, and those of real numbers to an element type, as <see
    /// cref="to{T}(T, Device, bool)"/> does.
    /// </summary>
    /// <typeparam name="T">The kind of module.</typeparam>
    /// <param name="module">The module, which is given back.</param>
    /// <param name="device">Where to.</param>
    /// <param name="type">The type.</param>
    /// <param name="non_blocking">Not used.</param>
    public static T to<T>(this T module, Device device, ScalarType type, bool non_blocking = false)
        where T : nn.Module => Moved(module, type, device);

    /// <summary>
    /// Changes the parameters and buffers of real numbers to an element type, as <see cref="to{T}(T, Device, bool)"/>
    /// does.
    /// </summary>
    /// <typeparam name="T">The kind of module.</typeparam>
    /// <param name="module">The module, which is given back.</param>
    /// <param name="type">The type.</param>
    /// <param name="non_blocking">Not used.</param>
    public static T to<T>(this T module, ScalarType type, bool non_blocking = false)
        where T : nn.Module => Moved(module, type, null);

    /// <summary>Moves the parameters and buffers to the CPU, as <see cref="to{T}(T, Device, bool)"/> does.</summary>
    /// <typeparam name="T">The kind of module.</typeparam>
    /// <param name="module">The module, which is given back.</param>
    /// <param name="non_blocking">Not used.</param>
    public static T cpu<T>(this T module, bool non_blocking = false)
        where T : nn.Module => Moved(module, null, CPU);

    /// <summary>Moves the parameters and buffers to a GPU, as <see cref="to{T}(T, Device, bool)"/> does.</summary>
    /// <typeparam name="T">The kind of module.</typeparam>
    /// <param name="module">The module, which is given back.</param>
    /// <param name="deviceIndex">Which GPU, from 0; −1 for the current one.</param>
    /// <param name="non_blocking">Not used.</param>
    public static T cuda<T>(this T module, int deviceIndex = -1, bool non_blocking = false)
        where T : nn.Module => Moved(module, null, new(DeviceType.CUDA, deviceIndex));

    private static T Moved<T>(T module, ScalarType? type, Device? device)
        where T : nn.Module
    {
        module.MoveTo(type, device);
        return module;
    }
}
