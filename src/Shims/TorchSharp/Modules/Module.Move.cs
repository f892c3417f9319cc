using System.Reflection;
using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public abstract partial class Module
        {
            private const BindingFlags Fields =
                BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.DeclaredOnly;

            /// <summary>Moves parameters and buffers; what changes becomes a new object, in its field too.</summary>
            internal void MoveTo(ScalarType? type, Device? device)
            {
                using var _ = no_grad();
                for (var i = 0; i < _parameters.Count; i++)
                {
                    var (name, old) = _parameters[i];
                    if (Moved(old, type, device) is not { } data)
                        continue;
                    Parameter moved = new(data, old.requires_grad);
                    _parameters[i] = (name, moved);
                    Exchange(old, moved);
                }

                for (var i = 0; i < _buffers.Count; i++)
                {
                    var (name, old, persistent) = _buffers[i];
                    if (Moved(old, type, device) is not { } moved)
                        continue;
                    _buffers[i] = (name, moved, persistent);
                    Exchange(old, moved);
                }

                foreach (var (_, module) in _modules)
                    module.MoveTo(type, device);
            }

            private static Tensor? Moved(Tensor old, ScalarType? type, Device? device)
            {
                var isReal = old.dtype is >= ScalarType.Float16 and not ScalarType.Bool;
                var wantedType = isReal ? type ?? old.dtype : old.dtype;
                var oldDevice = old.device;
                var wantedDevice = device ?? oldDevice;
                var isThere = wantedDevice.type == oldDevice.type
                    && (wantedDevice.index < 0 || wantedDevice.index == Math.Max(oldDevice.index, 0));
                return isThere && wantedType == old.dtype
                    ? null
                    : old.detach().to(wantedType, wantedDevice, disposeAfter: true);
            }

            private void Exchange(Tensor old, Tensor moved)
            {
                moved.DetachFromDisposeScope();
                for (var type = GetType(); type != typeof(Module); type = type.BaseType!)
                {
                    foreach (var field in type.GetFields(Fields))
                    {
                        if (typeof(Tensor).IsAssignableFrom(field.FieldType) && field.GetValue(this) == (object)old)
                            field.SetValue(this, moved);
                    }
                }

                old.Dispose();
            }
        }
    }
}
