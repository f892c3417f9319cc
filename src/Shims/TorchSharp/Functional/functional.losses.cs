namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>What becomes of the losses of a batch.</summary>
        public enum Reduction
        {
            /// <summary>They stay as they are.</summary>
            None = 0,

            /// <summary>Their mean, weighted where there are weights.</summary>
            Mean = 1,

            /// <summary>Their sum.</summary>
            Sum = 2,
        }

        public static partial class functional
        {
            /// <summary>−log softmax(x)[target].</summary>
            /// <param name="input">x (N, classes, …).</param>
            /// <param name="target">
            /// The numbers of the classes (N, …), or their probabilities, in the sizes of the input.
            /// </param>
            /// <param name="weight">What an example of each class counts (classes); 1 if null.</param>
            /// <param name="ignore_index">The number of a class whose examples do not count.</param>
            /// <param name="reduction">What is done with the losses of the examples.</param>
            /// <param name="label_smoothing">
            /// The share of the target, from 0 to 1, that is spread over all classes.
            /// </param>
            public static Tensor cross_entropy(
                Tensor input, Tensor target, Tensor? weight = null, long ignore_index = -100,
                Reduction reduction = Reduction.Mean, double label_smoothing = 0) =>
                Op.CrossEntropyLoss.Call(input, target, weight, (long)reduction, ignore_index, label_smoothing);
        }
    }
}
