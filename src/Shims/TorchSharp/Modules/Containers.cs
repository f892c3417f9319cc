using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>A sequence without modules: it gives a view of its input.</summary>
        public static Sequential Sequential() => new((Module<Tensor, Tensor>[])[]);

        /// <summary>A sequence of modules, named by their positions.</summary>
        /// <param name="modules">The modules, which the sequence then owns.</param>
        public static Sequential Sequential(params Module<Tensor, Tensor>[] modules) => new(modules);

        /// <inheritdoc cref="Sequential(Module{Tensor, Tensor}[])"/>
        public static Sequential Sequential(IEnumerable<Module<Tensor, Tensor>> modules) => new([.. modules]);

        /// <summary>A sequence of modules with names of their own.</summary>
        /// <param name="modules">The modules, which the sequence then owns; names without dots, each once.</param>
        public static Sequential Sequential(params (string name, Module<Tensor, Tensor> submodule)[] modules) =>
            new(modules);

        /// <inheritdoc cref="Sequential(ValueTuple{string, Module{Tensor, Tensor}}[])"/>
        public static Sequential Sequential(
            IEnumerable<(string name, Module<Tensor, Tensor> submodule)> modules) => new([.. modules]);

        /// <summary>A list of modules of one type.</summary>
        /// <typeparam name="T">The type.</typeparam>
        /// <param name="modules">The modules, which the list then owns.</param>
        public static ModuleList<T> ModuleList<T>(params T[] modules)
            where T : Module => new(modules);

        /// <summary>A list of modules of any type.</summary>
        /// <param name="modules">The modules, which the list then owns.</param>
        public static ModuleList<Module> ModuleList(params Module[] modules) => new(modules);
    }
}
