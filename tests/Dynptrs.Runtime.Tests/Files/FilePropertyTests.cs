using System;
using CsCheck;

namespace Dynptrs.Tests.Files;

/// <summary>
/// Any sequence of operations on a file's dynptr gives the bytes and the errors of a plain array of bytes and one view of it.
/// </summary>
public class FilePropertyTests
{
    private const int Runs = 1000;

    private static readonly Gen<ulong> Offsets = Gen.Frequency(
        (8, Gen.Int[0, 400].Select(near => (ulong)near)),
        (1, Gen.Int[0, 400].Select(far => ulong.MaxValue - (ulong)far)),
        (1, Gen.Int[-5, 5].Select(middle => (ulong)long.MaxValue + (ulong)middle)));

    private static readonly Gen<Operation> Operations = Gen.Select(
        Gen.Enum<Kind>(),
        Offsets,
        Offsets,
        Gen.Int[0, 300],
        (kind, first, second, length) => new Operation(kind, first, second, length));

    private enum Kind
    {
        Read,
        Slice,
        SliceWithoutBuffer,
        CopyToPieces,
        Adjust,
        AdjustToEnd,
        UseClone,
        SetLength,
    }

    [Fact]
    public void A_file_is_an_array_of_bytes()
    {
        using var content = new TempFile([]);
        using var file = new KernelFile(content.Path);
        Gen.Select(Gen.Byte.Array[0, 300], Operations.Array[0, 12]).Sample(
            (bytes, operations) =>
            {
                content.SetLength(0);
                content.Write(0, bytes);
                Run(file, content, new Model(bytes), operations);
            },
            iter: Runs,
            threads: 1);
    }

    private static void Run(KernelFile file, TempFile content, Model model, Operation[] operations)
    {
        Assert.Equal(0, file.ToDynptr(out var ptr));
        foreach ((var kind, var first, var second, var length) in operations)
        {
            var actual = new byte[length];
            var expectedError = model.TryRead(first, length, out var expected);
            switch (kind)
            {
                case Kind.Read:
                    Assert.Equal(expectedError, ptr.Read(actual, first));
                    if (expectedError == 0)
                        Assert.Equal(expected, actual);
                    break;
                case Kind.Slice:
                    var slice = ptr.GetSlice(first, new byte[length + 1], (ulong)length);
                    Assert.Equal(expectedError != 0, slice.IsNull);
                    if (expectedError == 0)
                        Assert.Equal(expected, slice.Span.ToArray());
                    break;
                case Kind.SliceWithoutBuffer:
                    Assert.True(ptr.GetSlice(first, [], second).IsNull);
                    break;
                case Kind.CopyToPieces:
                    var pieces = Make.Packet(new SkBuff(BpfProgramType.SchedCls, new byte[14], new byte[300]));
                    Assert.Equal(expectedError, pieces.Copy(14, ptr, first, (ulong)length));
                    if (expectedError == 0)
                    {
                        Assert.Equal(0, pieces.Read(actual, 14));
                        Assert.Equal(expected, actual);
                    }

                    break;
                case Kind.Adjust:
                    Assert.Equal(model.Adjust(first, second), ptr.Adjust(first, second));
                    break;
                case Kind.AdjustToEnd:
                    Assert.Equal(model.Adjust(first, model.Size), ptr.Adjust(first, ptr.Size));
                    break;
                case Kind.UseClone:
                    Assert.Equal(0, ptr.Clone(out var clone));
                    ptr = clone;
                    break;
                case Kind.SetLength:
                    content.SetLength(length);
                    model.SetLength(length);
                    break;
                default:
                    throw new ArgumentOutOfRangeException(nameof(operations));
            }

            Assert.Equal(model.Size, ptr.Size);
        }

        Assert.Equal(0, ptr.DiscardFile());
    }

    private readonly record struct Operation(Kind Kind, ulong First, ulong Second, int Length);

    private sealed class Model(byte[] bytes)
    {
        private byte[] _bytes = bytes;
        private UInt128 _start;

        public ulong Size { get; private set; } = ulong.MaxValue;

        public int TryRead(ulong offset, int length, out byte[] read)
        {
            read = [];
            if ((UInt128)offset + (UInt128)length > Size)
                return -Errno.E2BIG;
            var start = _start + offset;
            if (length == 0)
                return 0;
            if (start + (UInt128)length > (UInt128)_bytes.Length)
                return -Errno.EIO;
            read = _bytes[(int)start..((int)start + length)];
            return 0;
        }

        public int Adjust(ulong start, ulong end)
        {
            if (start > end)
                return -Errno.EINVAL;
            if (end > Size)
                return -Errno.ERANGE;
            _start += start;
            Size = end - start;
            return 0;
        }

        public void SetLength(int length) => Array.Resize(ref _bytes, length);
    }
}
