using System.Runtime.CompilerServices;

namespace Dynptrs.Kernel.Tests.Programs;

[InlineArray(8)]
internal struct Word
{
    private byte _first;
}
