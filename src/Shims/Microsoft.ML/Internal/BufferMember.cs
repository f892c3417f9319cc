using Microsoft.ML.Data;

namespace Microsoft.ML.Internal;

/// <summary>A vector buffer, which is copied so that nobody shares its arrays.</summary>
internal sealed class BufferMember<T> : IMemberConversion<VBuffer<T>, VBuffer<T>>
{
    public void ToValue(VBuffer<T> member, ref VBuffer<T> value) => member.CopyTo(ref value);

    public VBuffer<T> ToMember(in VBuffer<T> value, VBuffer<T> old)
    {
        value.CopyTo(ref old);
        return old;
    }
}
