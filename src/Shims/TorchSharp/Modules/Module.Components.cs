using System.Reflection;
using TorchSharp.Modules;
using TorchSharp.Utils;

namespace TorchSharp
{
    namespace Utils
    {
        /// <summary>Gives a module's field another name among its components.</summary>
        [AttributeUsage(AttributeTargets.Field)]
        public sealed class ComponentNameAttribute : Attribute
        {
            public string? Name { get; set; }
        }
    }

    public static partial class torch
    {
        public static partial class nn
        {
            public abstract partial class Module
            {
                private readonly List<(string Name, Parameter Value)> _parameters = [];
                private readonly List<(string Name, Tensor Value, bool Persistent)> _buffers = [];
                private readonly List<(string Name, Module Value)> _modules = [];
                private bool _registered;

                public virtual void register_parameter(string name, Parameter param)
                {
                    if (param is null)
                        return;
                    if (has_parameter(name))
                        throw new InvalidOperationException($"Parameter {name} is already registered.");
                    _parameters.Add((name, param));
                }

                public virtual void register_buffer(string name, Tensor tensor, bool persistent = true)
                {
                    ArgumentNullException.ThrowIfNull(tensor);
                    if (_buffers.Any(buffer => buffer.Name == name))
                        throw new InvalidOperationException($"Tensor {name} is already registered.");
                    _buffers.Add((name, tensor, persistent));
                }

                public virtual void register_module(string name, Module submodule)
                {
                    ArgumentException.ThrowIfNullOrEmpty(name);
                    ArgumentNullException.ThrowIfNull(submodule);
                    if (name.Contains('.', StringComparison.Ordinal))
                        throw new ArgumentException($"Module name can't contain \".\": {name}", nameof(name));
                    if (_modules.Any(module => module.Name == name))
                        throw new InvalidOperationException($"Sub-module {name} is already registered.");
                    submodule.RegisterComponents();
                    _modules.Add((name, submodule));
                }

                public void add_module(string name, Module module) => register_module(name, module);

                /// <summary>Registers the fields that hold modules, parameters and other tensors, under their names.</summary>
                protected virtual void RegisterComponents()
                {
                    if (_registered)
                        return;
                    _registered = true;
                    foreach (var field in ComponentFields())
                    {
                        switch (field.GetValue(this))
                        {
                            case Module module when _modules.All(known => known.Value != module):
                                register_module(ComponentName(field), module);
                                break;
                            case Parameter parameter when !_parameters.Any(known => ReferenceEquals(known.Value, parameter)):
                                register_parameter(ComponentName(field), parameter);
                                break;
                            case Tensor tensor and not Modules.Parameter when !_buffers.Any(known => ReferenceEquals(known.Value, tensor)):
                                register_buffer(ComponentName(field), tensor);
                                break;
                        }
                    }
                }

                /// <summary>A parameter that outlives the scope it was made in.</summary>
                private protected static T Kept<T>(T tensor)
                    where T : Tensor
                {
                    tensor.DetachFromDisposeScope();
                    return tensor;
                }

                protected void ClearModules() => _modules.Clear();

                private IEnumerable<FieldInfo> ComponentFields() =>
                    GetType().GetFields(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance)
                        .Where(field => !field.Name.StartsWith('<'))
                        .OrderBy(field => field.MetadataToken);

                private static string ComponentName(FieldInfo field) =>
                    field.GetCustomAttribute<ComponentNameAttribute>()?.Name ?? field.Name;

                /// <summary>Moves parameters and buffers; what changes is a new object, also in the field that held the old one.</summary>
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
                    var wantedType = type is { } some && old.dtype >= ScalarType.Float16 && old.dtype != ScalarType.Bool ? some : old.dtype;
                    var wantedDevice = device ?? old.device;
                    var sameDevice = wantedDevice.type == old.device_type
                        && (wantedDevice.index < 0 || wantedDevice.type == DeviceType.CPU || wantedDevice.index == old.device_index);
                    return wantedType == old.dtype && sameDevice ? null : old.detach().to(wantedType, wantedDevice, disposeAfter: true);
                }

                private void Exchange(Tensor old, Tensor moved)
                {
                    moved.DetachFromDisposeScope();
                    for (var type = GetType(); type != typeof(Module); type = type.BaseType!)
                    {
                        foreach (var field in type.GetFields(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.DeclaredOnly))
                        {
                            if (typeof(Tensor).IsAssignableFrom(field.FieldType) && ReferenceEquals(field.GetValue(this), old))
                                field.SetValue(this, moved);
                        }
                    }

                    old.Dispose();
                }
            }
        }
    }
}
