using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Dynptrs;

public sealed partial class XdpBuff
{
    /// <summary>Makes a dynptr over the packet. It holds no reference.</summary>
    /// <param name="flags">Must be 0.</param>
    /// <param name="ptr">
    /// The dynptr; null when the call fails. It keeps its size when the packet's length changes, and counts from the packet's new start.
    /// </param>
    /// <returns>0; <c>-EINVAL</c> for flags.</returns>
    /// <remarks>
    /// One access reaches no more than 65,535 bytes, from no offset above 65,535: else it answers <c>-EFAULT</c>. Behind the end of a
    /// packet that has become shorter it answers <c>-EINVAL</c>.
    /// </remarks>
    [Trusted]
    [BpfHelper("bpf_dynptr_from_xdp", Since = "6.4", GplOnly = true, ProgramTypes = ["XDP"],
        Summary = "Makes a dynptr over a packet, its linear part and its fragments.")]
    public int ToDynptr([InRange(0, 0)] ulong flags, [Initializes("xdp")] out Dynptr ptr)
    {
        ptr = flags != 0
            ? Dynptr.Null(DynptrKind.Xdp)
            : Dynptr.OfIndirect(DynptrKind.Xdp, _memory, (ulong)Length, Lifetime.Forever, isReadOnly: false);
        return flags != 0 ? -Errno.EINVAL : 0;
    }

    /// <summary>Makes a dynptr over the packet. It holds no reference.</summary>
    /// <param name="ptr">The dynptr. It keeps its size when the packet's length changes, and counts from the packet's new start.</param>
    /// <returns>0.</returns>
    /// <remarks>
    /// One access reaches no more than 65,535 bytes, from no offset above 65,535: else it answers <c>-EFAULT</c>. Behind the end of a
    /// packet that has become shorter it answers <c>-EINVAL</c>.
    /// </remarks>
    [Trusted]
    [BpfHelper("bpf_dynptr_from_xdp", Arguments = ["this", "0", "ptr"],
        Since = "6.4", GplOnly = true, ProgramTypes = ["XDP"], HasStub = false)]
    public int ToDynptr([Initializes("xdp")] out Dynptr ptr) => ToDynptr(0, out ptr);

    /// <summary>Copies bytes out of the packet, linear or not. <paramref name="destination"/> is unchanged when the call fails.</summary>
    /// <param name="offset">Where from, in bytes from the start of the packet.</param>
    /// <param name="destination">Where to, and how many bytes.</param>
    /// <returns>0; <c>-EFAULT</c> for an offset or a length above 65535; <c>-EINVAL</c> when the range leaves the packet.</returns>
    [Trusted]
    [BpfHelper("bpf_xdp_load_bytes", Id = 189, Since = "5.18", ProgramTypes = ["XDP"], Summary = "Copies bytes of a packet.")]
    public int LoadBytes(uint offset, [MinimumSize(1)] scoped Span<byte> destination) => _memory.Read(offset, destination);

    /// <summary>Copies a value out of the packet, linear or not. <paramref name="destination"/> is unchanged when the call fails.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="offset">Where from, in bytes from the start of the packet.</param>
    /// <param name="destination">Where to.</param>
    /// <returns>0; <c>-EFAULT</c> for an offset or a length above 65535; <c>-EINVAL</c> when the range leaves the packet.</returns>
    [Trusted]
    [BpfHelper("bpf_xdp_load_bytes", Id = 189, Arguments = ["this", "offset", "destination", "sizeof destination"],
        Since = "5.18", ProgramTypes = ["XDP"], Summary = "Copies a value out of a packet.")]
    public int LoadBytes<T>(uint offset, out T destination)
        where T : unmanaged
    {
        Unsafe.SkipInit(out destination);
        return LoadBytes(offset, MemoryMarshal.AsBytes(new Span<T>(ref destination)));
    }

    /// <summary>Copies bytes into the packet, linear or not. Slices stay valid.</summary>
    /// <param name="offset">Where to, in bytes from the start of the packet.</param>
    /// <param name="source">The bytes.</param>
    /// <returns>0; <c>-EFAULT</c> for an offset or a length above 65535; <c>-EINVAL</c> when the range leaves the packet.</returns>
    [Trusted]
    [BpfHelper("bpf_xdp_store_bytes", Id = 190, Since = "5.18", ProgramTypes = ["XDP"], Summary = "Copies bytes into a packet.")]
    public int StoreBytes(uint offset, [MinimumSize(1)] scoped ReadOnlySpan<byte> source) => _memory.Write(offset, source, flags: 0);

    /// <summary>Copies a value into the packet, linear or not. Slices stay valid.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="offset">Where to, in bytes from the start of the packet.</param>
    /// <param name="source">The value.</param>
    /// <returns>0; <c>-EFAULT</c> for an offset or a length above 65535; <c>-EINVAL</c> when the range leaves the packet.</returns>
    [Trusted]
    [BpfHelper("bpf_xdp_store_bytes", Id = 190, Arguments = ["this", "offset", "source", "sizeof source"],
        Since = "5.18", ProgramTypes = ["XDP"], Summary = "Copies a value into a packet.")]
    public int StoreBytes<T>(uint offset, scoped in T source)
        where T : unmanaged =>
        StoreBytes(offset, MemoryMarshal.AsBytes(new ReadOnlySpan<T>(in source)));
}
