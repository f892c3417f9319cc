using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public abstract partial class Module
        {
            /// <summary>
            /// The parameters by name: own ones first, then those of the modules inside, in the order of registration,
            /// each once.
            /// </summary>
            /// <param name="recurse">Whether the modules inside count.</param>
            public virtual IEnumerable<(string name, Parameter parameter)> named_parameters(bool recurse = true)
            {
                HashSet<Tensor> seen = new(ReferenceEqualityComparer.Instance);
                foreach (var (name, parameter) in AllParameters(recurse))
                {
                    if (seen.Add(parameter))
                        yield return (name, parameter);
                }
            }

            /// <summary>The parameters, in the order of <see cref="named_parameters"/>.</summary>
            /// <param name="recurse">Whether the modules inside count.</param>
            public virtual IEnumerable<Parameter> parameters(bool recurse = true) =>
                named_parameters(recurse).Select(entry => entry.parameter);

            /// <summary>
            /// The buffers by name: own ones first, then those of the modules inside, in the order of registration.
            /// </summary>
            /// <param name="recurse">Whether the modules inside count.</param>
            /// <param name="include_nonpersistent">Whether those count that are not part of the state.</param>
            public virtual IEnumerable<(string name, Tensor buffer)> named_buffers(
                bool recurse = true, bool include_nonpersistent = true)
            {
                foreach (var (name, buffer, persistent) in _buffers)
                {
                    if (persistent || include_nonpersistent)
                        yield return (name, buffer);
                }

                foreach (var (prefix, module) in recurse ? _modules : [])
                {
                    foreach (var (name, buffer) in module.named_buffers(true, include_nonpersistent))
                        yield return ($"{prefix}.{name}", buffer);
                }
            }

            /// <summary>The buffers, in the order of <see cref="named_buffers"/>.</summary>
            /// <param name="recurse">Whether the modules inside count.</param>
            /// <param name="include_nonpersistent">Whether those count that are not part of the state.</param>
            public virtual IEnumerable<Tensor> buffers(bool recurse = true, bool include_nonpersistent = true) =>
                named_buffers(recurse, include_nonpersistent).Select(entry => entry.buffer);

            /// <summary>The modules inside by name, at every depth; those of a module before those inside them.</summary>
            public virtual IEnumerable<(string name, Module module)> named_modules()
            {
                foreach (var child in _modules)
                    yield return child;
                foreach (var (prefix, module) in _modules)
                {
                    foreach (var (name, inner) in module.named_modules())
                        yield return ($"{prefix}.{name}", inner);
                }
            }

            /// <summary>The modules inside, in the order of <see cref="named_modules"/>.</summary>
            public virtual IEnumerable<Module> modules() => named_modules().Select(entry => entry.module);

            /// <summary>Whether there is a parameter of this name, here or inside.</summary>
            /// <param name="target">The name, with dots: <c>body.0.weight</c>.</param>
            public virtual bool has_parameter(string target) => named_parameters().Any(entry => entry.name == target);

            /// <summary>The parameter of this name, here or inside; null if there is none.</summary>
            /// <param name="target">The name, with dots: <c>body.0.weight</c>.</param>
            public virtual Parameter? get_parameter(string target) =>
                named_parameters().FirstOrDefault(entry => entry.name == target).parameter;

            /// <summary>The buffer of this name, here or inside; null if there is none.</summary>
            /// <param name="target">The name, with dots.</param>
            public virtual Tensor? get_buffer(string target) =>
                named_buffers().FirstOrDefault(entry => entry.name == target).buffer;

            /// <summary>The live parameters and persistent buffers by name; clone them to keep their values.</summary>
            /// <param name="destination">The dictionary that they join; a new one if null.</param>
            /// <param name="prefix">What comes, with a dot, before each name.</param>
            public virtual Dictionary<string, Tensor> state_dict(
                Dictionary<string, Tensor>? destination = null, string? prefix = null)
            {
                destination ??= [];
                string Full(string name) => string.IsNullOrEmpty(prefix) ? name : $"{prefix}.{name}";
                foreach (var (name, parameter) in _parameters)
                    destination.TryAdd(Full(name), parameter);
                foreach (var (name, buffer, _) in _buffers.Where(buffer => buffer.Persistent))
                    destination.TryAdd(Full(name), buffer);
                foreach (var (name, module) in _modules)
                    module.state_dict(destination, Full(name));
                return destination;
            }

            /// <summary>Copies values into the parameters and buffers, which stay the same objects.</summary>
            /// <param name="source">The values by name.</param>
            /// <param name="strict">Whether names must be the same on both sides.</param>
            /// <param name="skip">Names that are left alone.</param>
            /// <returns>The names that only the module has, and those that only the source has.</returns>
            /// <exception cref="InvalidOperationException">It is strict, and names differ.</exception>
            /// <exception cref="ArgumentException">
            /// Sizes differ; what came before in the source is already copied.
            /// </exception>
            public virtual (IList<string> missing_keys, IList<string> unexpected_keyes) load_state_dict(
                Dictionary<string, Tensor> source, bool strict = true, IList<string>? skip = null)
            {
                var destination = state_dict();
                List<string> missing = [.. destination.Keys.Where(key => !source.ContainsKey(key) && !Skipped(key))];
                List<string> unexpected = [.. source.Keys.Where(key => !destination.ContainsKey(key) && !Skipped(key))];
                bool Skipped(string key) => skip?.Contains(key) == true;
                if (strict && missing.Count + unexpected.Count > 0)
                {
                    throw new InvalidOperationException(
                        "The state does not fit the module: "
                        + $"missing [{string.Join(", ", missing)}], unexpected [{string.Join(", ", unexpected)}].");
                }

                using var _ = no_grad();
                foreach (var (key, value) in source)
                {
                    if (Skipped(key) || !destination.TryGetValue(key, out var target))
                        continue;
                    if (!target.shape.AsSpan().SequenceEqual(value.shape))
                        throw new ArgumentException($"'{key}' is {target} in the module, but {value} in the state.");
                    target.copy_(value);
                }

                return (missing, unexpected);
            }

            private IEnumerable<(string Name, Parameter Value)> AllParameters(bool recurse)
            {
                foreach (var entry in _parameters)
                    yield return entry;
                foreach (var (prefix, module) in recurse ? _modules : [])
                {
                    foreach (var (name, parameter) in module.named_parameters(true))
                        yield return ($"{prefix}.{name}", parameter);
                }
            }
        }
    }
}
