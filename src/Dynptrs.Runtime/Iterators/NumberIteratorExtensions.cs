namespace Dynptrs;

/// <summary>What changes or ends a <see cref="NumberIterator"/>: extensions over <see langword="ref"/>, as those of a dynptr are.</summary>
public static class NumberIteratorExtensions
{
    extension(ref NumberIterator iterator)
    {
        /// <summary>Goes to the next number.</summary>
        /// <returns>The number, inside the iterator: the next call changes it. Null when there is none left.</returns>
        /// <exception cref="DynptrException">The iterator was never made, or was destroyed.</exception>
        /// <remarks>
        /// Follows <c>bpf_iter_num_next</c>. A variable that is declared before the call must be <see langword="scoped"/>, for what it
        /// points to is a variable too.
        /// </remarks>
        [return: SliceOf("iterator"), MayBeNull, EndsLoops, ReadOnlyOrigin]
        [AllowedInRegion(typeof(BpfSpinLock))]
        [BpfHelper("bpf_iter_num_next", Since = "6.4", GplOnly = true, Summary = "Goes to the next number, or answers null.")]
        public ReadOnlySlice<int> Next() => NumberIterator.MoveNext(ref iterator);

        /// <summary>Gives the iterator back. What <c>Next</c> gave is gone.</summary>
        /// <exception cref="DynptrException">The iterator was never made, or was destroyed before.</exception>
        /// <remarks>Follows <c>bpf_iter_num_destroy</c>.</remarks>
        [Releases("iter_num")]
        [AllowedInRegion(typeof(BpfSpinLock))]
        [BpfHelper("bpf_iter_num_destroy", Since = "6.4", GplOnly = true, Summary = "Gives an iterator back.")]
        public void Destroy() => NumberIterator.End(ref iterator);
    }
}
