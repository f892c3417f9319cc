namespace TorchSharp;

public static partial class torch
{
    /// <summary>Networks: modules, their containers, and what layers compute.</summary>
    public static partial class nn
    {
        /// <summary>A part of a network: its parameters, its buffers and the modules inside it.</summary>
        public abstract partial class Module : IDisposable
        {
            private readonly string _name;
            private bool _training = true;

            /// <summary>A module without parts.</summary>
            /// <param name="name">What <see cref="GetName"/> gives.</param>
            protected Module(string name) => _name = name;

            /// <summary>Whether the module is in training; true at first.</summary>
            public virtual bool training => _training;

            /// <summary>The name of the kind of module.</summary>
            public virtual string GetName() => _name;

            /// <summary>Puts this module and those inside into training or out of it.</summary>
            /// <param name="train">Whether into.</param>
            public virtual void train(bool train = true)
            {
                _training = train;
                foreach (var (_, module) in _modules)
                    module.train(train);
            }

            /// <summary>Takes this module and those inside out of training.</summary>
            public virtual void eval() => train(false);

            /// <summary>Disposes the parameters, the buffers and the modules inside.</summary>
            public void Dispose()
            {
                Dispose(true);
                GC.SuppressFinalize(this);
            }

            /// <summary>Disposes the parameters, the buffers and the modules inside.</summary>
            /// <param name="disposing">Whether <see cref="Dispose()"/> calls; if not, nothing happens.</param>
            protected virtual void Dispose(bool disposing)
            {
                if (!disposing)
                    return;
                foreach (var (_, parameter) in _parameters)
                    parameter.Dispose();
                foreach (var (_, buffer, _) in _buffers)
                    buffer.Dispose();
                foreach (var (_, module) in _modules)
                    module.Dispose();
            }
        }

        /// <summary>What maps one input to a result.</summary>
        /// <typeparam name="T">The input.</typeparam>
        /// <typeparam name="TResult">The result.</typeparam>
        public interface IModule<in T, out TResult>
        {
            /// <summary>The result for an input.</summary>
            /// <param name="input1">The input.</param>
            TResult call(T input1);
        }

        /// <summary>A module that maps one input to a result.</summary>
        /// <typeparam name="T">The input.</typeparam>
        /// <typeparam name="TResult">The result.</typeparam>
        public abstract class Module<T, TResult> : Module, IModule<T, TResult>
        {
            /// <inheritdoc cref="Module(string)"/>
            protected Module(string name)
                : base(name)
            {
            }

            /// <summary>What the module computes; users call <see cref="call"/>.</summary>
            /// <param name="input">The input.</param>
            public abstract TResult forward(T input);

            /// <summary>The result for an input.</summary>
            /// <param name="input">The input.</param>
            public TResult call(T input) => forward(input);
        }

        /// <summary>A module that maps two inputs to a result.</summary>
        /// <typeparam name="T1">The first input.</typeparam>
        /// <typeparam name="T2">The second input.</typeparam>
        /// <typeparam name="TResult">The result.</typeparam>
        public abstract class Module<T1, T2, TResult> : Module
        {
            /// <inheritdoc cref="Module(string)"/>
            protected Module(string name)
                : base(name)
            {
            }

            /// <summary>What the module computes; users call <see cref="call"/>.</summary>
            /// <param name="input1">The first input.</param>
            /// <param name="input2">The second input.</param>
            public abstract TResult forward(T1 input1, T2 input2);

            /// <summary>The result for two inputs.</summary>
            /// <param name="input1">The first input.</param>
            /// <param name="input2">The second input.</param>
            public TResult call(T1 input1, T2 input2) => forward(input1, input2);
        }
    }
}
