using System;

namespace Dynptrs;

/// <summary>The state of the interrupts before a section without them: 8 bytes on the stack.</summary>
/// <remarks>
/// Follows <c>bpf_local_irq_save</c>, which keeps interrupts away from the CPU of the program. A process has none, so a section only
/// counts, for each thread, and leaving one that is not the last that was entered fails. It excludes nobody.
/// </remarks>
[Owner]
[Region(LeftInOrder = true, Calls = RegionCalls.NotSleeping)]
[KernelType("unsigned long", Size = 8)]
public ref struct InterruptFlags
{
    [ThreadStatic]
    private static ulong _open;

    // How many sections were open with this one; 0 for flags that hold nothing.
    private ulong _depth;

    /// <summary>Enters a section. Sections may lie in one another.</summary>
    /// <param name="flags">What is to be restored where the section is left.</param>
    [BpfHelper("bpf_local_irq_save", Since = "6.14", GplOnly = true, Summary = "Enters a section without interrupts.")]
    public static void Save([Acquires("irq"), EntersRegion(typeof(InterruptFlags))] out InterruptFlags flags)
    {
        flags = default;
        flags._depth = ++_open;
    }

    /// <summary>Leaves the section that was entered last.</summary>
    /// <exception cref="DynptrException">
    /// The flags were not saved, were restored before, or others were saved after them.
    /// </exception>
    [Releases("irq")]
    [LeavesRegion(typeof(InterruptFlags))]
    [BpfHelper("bpf_local_irq_restore", Since = "6.14", GplOnly = true, Summary = "Leaves a section without interrupts.")]
    public void Restore()
    {
        if (_depth == 0 || _depth != _open)
            Throw.RegionNotEntered();
        _open--;
        _depth = 0;
    }
}
