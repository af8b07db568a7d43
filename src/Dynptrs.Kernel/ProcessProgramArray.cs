using System;

namespace Dynptrs.Kernel;

/// <summary>The programs of this process that others go on with.</summary>
internal sealed class ProcessProgramArray(ProgramArrayMap map) : IBpfProgramArray
{
    public int MaxEntries => map.MaxEntries;

    public int Update(uint index, BpfProgramInstance program)
    {
        ArgumentNullException.ThrowIfNull(program);
        return map.Update(index, program.Process);
    }

    public int Delete(uint index) => map.Delete(index);
}
