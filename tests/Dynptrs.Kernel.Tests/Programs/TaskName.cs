using System.Runtime.CompilerServices;

namespace Dynptrs.Kernel.Tests.Programs;

/// <summary>The name of a task, which ends in zeros.</summary>
[InlineArray(16)]
internal struct TaskName
{
    private byte _first;
}
