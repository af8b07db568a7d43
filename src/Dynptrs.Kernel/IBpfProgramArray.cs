namespace Dynptrs.Kernel;

/// <summary>The programs that others go on with, in this process or in the kernel.</summary>
public interface IBpfProgramArray
{
    /// <summary>The number of programs.</summary>
    public int MaxEntries { get; }

    /// <summary>Stores a program.</summary>
    /// <param name="index">The index.</param>
    /// <param name="program">The program, of the same world.</param>
    /// <returns>
    /// 0, or the kernel's error as a negative errno: <c>-E2BIG</c> when the index is out of range, <c>-EINVAL</c> for a program of another type.
    /// </returns>
    public int Update(uint index, BpfProgramInstance program);

    /// <summary>Takes a program out.</summary>
    /// <param name="index">The index.</param>
    /// <returns>0, or the kernel's error as a negative errno: <c>-ENOENT</c> when no program is there.</returns>
    public int Delete(uint index);
}
