using System;
using Dynptrs.Kernel.Interop;

namespace Dynptrs.Kernel;

/// <summary>The programs of the kernel that others go on with.</summary>
public sealed unsafe class KernelProgramArray : IBpfProgramArray
{
    private readonly KernelMap _map;

    internal KernelProgramArray(KernelMap map)
    {
        MapShape.Check<uint>(map, "array of programs", KernelMapType.ProgramArray);
        _map = map;
    }

    /// <inheritdoc/>
    public int MaxEntries => _map.MaxEntries;

    /// <inheritdoc/>
    public int Update(uint index, BpfProgramInstance program)
    {
        ArgumentNullException.ThrowIfNull(program);
        return Update(index, program.Kernel);
    }

    /// <summary>Stores a program.</summary>
    /// <param name="index">The index.</param>
    /// <param name="program">The program.</param>
    /// <returns>0, or the kernel's error as a negative errno.</returns>
    public int Update(uint index, KernelProgram program)
    {
        ArgumentNullException.ThrowIfNull(program);
        var descriptor = program.Descriptor;
        return LibBpf.Update(_map.Descriptor, &index, &descriptor, BpfConstants.BPF_ANY);
    }

    /// <inheritdoc/>
    public int Delete(uint index) => LibBpf.Delete(_map.Descriptor, &index);
}
