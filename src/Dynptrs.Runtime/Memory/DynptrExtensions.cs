namespace Dynptrs;

/// <summary>
/// What changes or releases a <see cref="Dynptr"/>. These are extensions over <see langword="ref"/>, because an instance
/// method would run on a hidden copy without a word from the compiler where the receiver is readonly.
/// </summary>
public static class DynptrExtensions
{
    extension([Borrowed] ref Dynptr ptr)
    {
        /// <summary>Narrows the view. Slices taken before stay valid.</summary>
        /// <param name="start">The new start, in bytes from the start of the current view.</param>
        /// <param name="end">The new end, in bytes from the start of the current view.</param>
        /// <returns>
        /// 0; <c>-EINVAL</c> for a null dynptr or <paramref name="start"/> above <paramref name="end"/>; <c>-ERANGE</c> when
        /// either lies beyond the view.
        /// </returns>
        /// <exception cref="DynptrException">The dynptr was never made, or was released.</exception>
        [BpfHelper("bpf_dynptr_adjust", Since = "6.5", GplOnly = true,
            Summary = "Narrows the dynptr's view to the bytes from start up to end.")]
        [return: Decides]
        public int Adjust(ulong start, ulong end) => ptr.AdjustView(start, end);
    }

    extension(ref Dynptr ptr)
    {
        /// <summary>
        /// Submits the ring-buffer record, as large as it was reserved, and ends the dynptr, its clones and their slices. Does
        /// nothing more for a failed reservation.
        /// </summary>
        /// <param name="flags">
        /// <see cref="BpfConstants.BPF_RB_NO_WAKEUP"/> or <see cref="BpfConstants.BPF_RB_FORCE_WAKEUP"/>; other bits are ignored.
        /// </param>
        /// <exception cref="DynptrException">The dynptr was never made, was released before, or is no ring-buffer record.</exception>
        [Releases("ringbuf")]
        [BpfHelper("bpf_ringbuf_submit_dynptr", Id = 199, Since = "5.19", ExceptProgramTypes = ["LIRC_MODE2"],
            Summary = "Submits the reserved ring-buffer record to the reader and ends the dynptr.")]
        public void Submit([FlagsOf(typeof(RingBufFlags)), WakesUp(BpfConstants.BPF_RB_FORCE_WAKEUP)] ulong flags = 0) =>
            ptr.ReleaseRecord(discard: false, flags);

        /// <summary>
        /// Discards the ring-buffer record, which the reader then skips, and ends the dynptr, its clones and their slices. Does
        /// nothing more for a failed reservation.
        /// </summary>
        /// <param name="flags">
        /// <see cref="BpfConstants.BPF_RB_NO_WAKEUP"/> or <see cref="BpfConstants.BPF_RB_FORCE_WAKEUP"/>; other bits are ignored.
        /// </param>
        /// <exception cref="DynptrException">The dynptr was never made, was released before, or is no ring-buffer record.</exception>
        [Releases("ringbuf")]
        [BpfHelper("bpf_ringbuf_discard_dynptr", Id = 200, Since = "5.19", ExceptProgramTypes = ["LIRC_MODE2"],
            Summary = "Discards the reserved ring-buffer record and ends the dynptr.")]
        public void Discard([FlagsOf(typeof(RingBufFlags)), WakesUp(BpfConstants.BPF_RB_FORCE_WAKEUP)] ulong flags = 0) =>
            ptr.ReleaseRecord(discard: true, flags);

        /// <summary>
        /// Ends a file's dynptr, its clones and their slices. The file itself stays open. Does nothing more when the dynptr could not be
        /// made.
        /// </summary>
        /// <returns>0.</returns>
        /// <exception cref="DynptrException">The dynptr was never made, was released before, or is not that of a file.</exception>
        [Releases("file")]
        [BpfHelper("bpf_dynptr_file_discard", Since = "6.19", GplOnly = true, Summary = "Ends a file's dynptr.")]
        public int DiscardFile()
        {
            ptr.ReleaseFile();
            return 0;
        }
    }
}
