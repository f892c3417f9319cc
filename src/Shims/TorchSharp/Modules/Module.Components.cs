using System.Reflection;
using TorchSharp.Modules;

namespace TorchSharp;

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

            /// <summary>Makes a parameter part of this module, disposed with it.</summary>
            /// <param name="name">Its name, not yet taken by another parameter.</param>
            /// <param name="param">The parameter; nothing happens if it is null.</param>
            /// <exception cref="InvalidOperationException">The name is taken.</exception>
            public virtual void register_parameter(string name, Parameter param)
            {
                if (param is null)
                    return;
                if (has_parameter(name))
                    throw new InvalidOperationException($"Parameter {name} is already registered.");
                _parameters.Add((name, param));
            }

            /// <summary>Makes a tensor that is not learnt part of this module, disposed with it.</summary>
            /// <param name="name">Its name, not yet taken by another buffer.</param>
            /// <param name="tensor">The tensor.</param>
            /// <param name="persistent">Whether it belongs to the state.</param>
            /// <exception cref="InvalidOperationException">The name is taken.</exception>
            public virtual void register_buffer(string name, Tensor tensor, bool persistent = true)
            {
                ArgumentNullException.ThrowIfNull(tensor);
                if (_buffers.Any(buffer => buffer.Name == name))
                    throw new InvalidOperationException($"Tensor {name} is already registered.");
                _buffers.Add((name, tensor, persistent));
            }

            /// <summary>
            /// Makes a module part of this one, disposed with it; its unregistered fields are registered first.
            /// </summary>
            /// <param name="name">Its name, without dots, not yet taken by another module.</param>
            /// <param name="submodule">The module.</param>
            /// <exception cref="ArgumentException">The name is empty or has a dot.</exception>
            /// <exception cref="InvalidOperationException">The name is taken.</exception>
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

            /// <summary>
            /// Registers, once, the fields that hold modules, parameters and other tensors and are not registered yet,
            /// under the fields' names.
            /// </summary>
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
                            register_module(field.Name, module);
                            break;
                        case Parameter parameter when _parameters.All(known => (object)known.Value != parameter):
                            register_parameter(field.Name, parameter);
                            break;
                        case Tensor tensor and not Modules.Parameter
                            when _buffers.All(known => (object)known.Value != tensor):
                            register_buffer(field.Name, tensor);
                            break;
                    }
                }
            }

            /// <summary>Forgets the modules inside without disposing them.</summary>
            protected void ClearModules() => _modules.Clear();

            private IEnumerable<FieldInfo> ComponentFields() =>
                GetType().GetFields(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance)
                    .Where(field => !field.Name.StartsWith('<'))
                    .OrderBy(field => field.MetadataToken);
        }
    }
}
