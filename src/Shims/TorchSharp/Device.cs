using System.Globalization;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>The processor and its memory: where tensors are made unless a device is given.</summary>
    public static readonly Device CPU = new(DeviceType.CPU);

    /// <summary>The current GPU.</summary>
    public static Device CUDA { get; } = new(DeviceType.CUDA);

    /// <summary>The device of this description.</summary>
    /// <param name="description">
    /// A kind, in any case, and perhaps a number: <c>cpu</c>, <c>cuda</c>, <c>cuda:1</c>.
    /// </param>
    /// <exception cref="ArgumentException">The kind is unknown.</exception>
    public static Device device(string description) => new(description);

    /// <summary>Where a tensor lives: a kind of device and, where there may be several, which of them.</summary>
    public class Device
    {
        /// <summary>One device of a kind.</summary>
        /// <param name="deviceType">The kind.</param>
        /// <param name="index">Which one, from 0; −1 for the current one.</param>
        public Device(DeviceType deviceType, int index = -1)
        {
            type = deviceType;
            this.index = index;
        }

        /// <summary>The device of this description.</summary>
        /// <param name="description">As <see cref="device(string)"/> takes it.</param>
        /// <exception cref="ArgumentException">The kind is unknown.</exception>
        public Device(string description)
        {
            ArgumentNullException.ThrowIfNull(description);
            var parts = description.Split(':');
            type = Parse(parts[0]);
            index = parts.Length > 1 ? int.Parse(parts[1], CultureInfo.InvariantCulture) : -1;
        }

        /// <summary>The kind of device.</summary>
        public DeviceType type { get; }

        /// <summary>Which device of its kind, from 0; −1 for the current one.</summary>
        public int index { get; }

        /// <summary>What <see cref="device(string)"/> reads: <c>cpu</c>, <c>cuda:1</c>.</summary>
        public override string ToString()
        {
            var name = type.ToString().ToLowerInvariant();
            return index == -1 ? name : $"{name}:{index}";
        }

        private static DeviceType Parse(string name) => Enum.TryParse<DeviceType>(name, ignoreCase: true, out var type)
            ? type
            : throw new ArgumentException($"Unknown device type: '{name}'.", nameof(name));
    }
}
