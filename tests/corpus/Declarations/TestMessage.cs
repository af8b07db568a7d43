using System.Runtime.InteropServices;
using Dynptrs;

namespace Corpus;

/// <summary>What user space asks for, with its operand: <c>struct test_msg</c>.</summary>
[BpfStruct]
[StructLayout(LayoutKind.Explicit, Size = 16)]
internal partial struct TestMessage
{
    public const int Add64 = 0;
    public const int Add32 = 1;
    public const int Multiply64 = 2;
    public const int Multiply32 = 3;

    [FieldOffset(0)]
    public int msg_op;

    [Padding, FieldOffset(4)]
    private uint _padding4;

    [FieldOffset(8)]
    public long operand_64;

    [FieldOffset(8)]
    public int operand_32;
}
