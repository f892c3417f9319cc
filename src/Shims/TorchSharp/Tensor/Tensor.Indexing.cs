namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>
        /// The part at a position of the first dimension: a view; assigning copies values into it, with broadcasting.
        /// </summary>
        /// <param name="i1">The position; negative ones count from the end.</param>
        /// <exception cref="System.Runtime.InteropServices.ExternalException">There is no such position.</exception>
        public Tensor this[long i1]
        {
            get => At(i1);
            set => Put(At(i1), value);
        }

        /// <summary>
        /// The part at positions of the first two dimensions: a view; assigning copies values into it, with
        /// broadcasting.
        /// </summary>
        /// <param name="i1">The first position; negative ones count from the end.</param>
        /// <param name="i2">The second.</param>
        /// <exception cref="System.Runtime.InteropServices.ExternalException">There is no such position.</exception>
        public Tensor this[long i1, long i2]
        {
            get => At(i1, i2);
            set => Put(At(i1, i2), value);
        }

        /// <summary>
        /// The part at positions of the first three dimensions: a view; assigning copies values into it, with
        /// broadcasting.
        /// </summary>
        /// <param name="i1">The first position; negative ones count from the end.</param>
        /// <param name="i2">The second.</param>
        /// <param name="i3">The third.</param>
        /// <exception cref="System.Runtime.InteropServices.ExternalException">There is no such position.</exception>
        public Tensor this[long i1, long i2, long i3]
        {
            get => At(i1, i2, i3);
            set => Put(At(i1, i2, i3), value);
        }

        /// <summary>
        /// The part at positions of the first four dimensions: a view; assigning copies values into it, with
        /// broadcasting.
        /// </summary>
        /// <param name="i1">The first position; negative ones count from the end.</param>
        /// <param name="i2">The second.</param>
        /// <param name="i3">The third.</param>
        /// <param name="i4">The fourth.</param>
        /// <exception cref="System.Runtime.InteropServices.ExternalException">There is no such position.</exception>
        public Tensor this[long i1, long i2, long i3, long i4]
        {
            get => At(i1, i2, i3, i4);
            set => Put(At(i1, i2, i3, i4), value);
        }

        /// <summary>A view of what is left when the first dimensions are fixed.</summary>
        private Tensor At(params ReadOnlySpan<long> position)
        {
            var view = Op.SelectInt.Call(this, 0L, position[0]);
            foreach (var index in position[1..])
            {
                using var outer = view;
                view = Op.SelectInt.Call(outer, 0L, index);
            }

            return view;
        }

        private static void Put(Tensor view, Tensor value)
        {
            using (view)
                view.copy_(value);
        }
    }
}
