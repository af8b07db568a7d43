using System;
using System.Runtime.CompilerServices;

namespace Dynptrs.Tests.Crypto;

public class CryptoContextTests
{
    private static readonly byte[] Key = TestBytes.Counting(16);

    [Fact]
    public void The_parameters_are_laid_out_as_the_kernels()
    {
        Assert.Equal((int)CryptoParameters.Size, Unsafe.SizeOf<CryptoParameters>());
        CryptoParameters parameters = default;
        Assert.Equal(16, Offset(ref parameters, ref Unsafe.As<CryptoParameters.AlgorithmName, byte>(ref parameters.Algorithm)));
        Assert.Equal(144, Offset(ref parameters, ref Unsafe.As<CryptoParameters.KeyBytes, byte>(ref parameters.Key)));
        Assert.Equal(400, Offset(ref parameters, ref Unsafe.As<uint, byte>(ref parameters.KeyLength)));

        static int Offset(ref CryptoParameters start, ref byte field) =>
            (int)Unsafe.ByteOffset(ref Unsafe.As<CryptoParameters, byte>(ref start), ref field);
    }

    [Theory]
    [InlineData("skcipher", "ecb(aes)", 16, 0, 0, 408, 0)]
    [InlineData("skcipher", "ecb(aes)", 24, 0, 0, 408, 0)]
    [InlineData("skcipher", "cbc(aes)", 32, 0, 0, 408, 0)]
    [InlineData("skcipher", "ctr(aes)", 16, 0, 0, 408, 0)]
    [InlineData("skcipher", "ecb(aes)", 16, 0, 0, 404, -Errno.EINVAL)]
    [InlineData("skcipher", "ecb(aes)", 16, 0, 0, 0, -Errno.EINVAL)]
    [InlineData("skcipher", "ecb(aes)", 16, 0, 1, 408, -Errno.EINVAL)]
    [InlineData("skciphex", "ecb(aes)", 16, 0, 0, 408, -Errno.ENOENT)]
    [InlineData("", "ecb(aes)", 16, 0, 0, 408, -Errno.ENOENT)]
    [InlineData("aead", "xyz", 0, 0, 1, 408, -Errno.EINVAL)]
    [InlineData("skcipher", "xyz(aes)", 16, 0, 0, 408, -Errno.EOPNOTSUPP)]
    [InlineData("skcipher", "aes", 16, 0, 0, 408, -Errno.EOPNOTSUPP)]
    [InlineData("skcipher", "", 16, 0, 0, 408, -Errno.EOPNOTSUPP)]
    [InlineData("skcipher", "ecb(aes)", 0, 4, 0, 408, -Errno.EOPNOTSUPP)]
    [InlineData("skcipher", "ecb(aes)", 0, 0, 0, 408, -Errno.EINVAL)]
    [InlineData("skcipher", "ecb(aes)", 17, 0, 0, 408, -Errno.EINVAL)]
    [InlineData("skcipher", "ecb(aes)", 257, 0, 0, 408, -Errno.EINVAL)]
    public void Results_of_the_creation_follow_the_kernels_order(
        string type,
        string algorithm,
        uint keyLength,
        uint tag,
        ushort reserved,
        uint length,
        int expected)
    {
        var parameters = Parameters.Of(algorithm, Key, type);
        parameters.KeyLength = keyLength;
        parameters.AuthenticationSize = tag;
        parameters.Reserved = reserved;

        var context = CryptoContext.Create(parameters, length, out var error);

        Assert.Equal(expected, error);
        Assert.Equal(expected == 0, context is not null);
    }

    [Theory]
    [InlineData("ecb(aes)", 16, 16, 0, 0)]
    [InlineData("ecb(aes)", 16, 20, 0, 0)]
    [InlineData("ecb(aes)", 16, 15, 0, -Errno.EINVAL)]
    [InlineData("ecb(aes)", 0, 16, 0, -Errno.EINVAL)]
    [InlineData("ecb(aes)", 16, 0, 0, -Errno.EINVAL)]
    [InlineData("ecb(aes)", 17, 17, 0, -Errno.EINVAL)]
    [InlineData("ecb(aes)", 16, 16, 16, -Errno.EINVAL)]
    [InlineData("cbc(aes)", 16, 16, 16, 0)]
    [InlineData("cbc(aes)", 16, 16, 0, -Errno.EINVAL)]
    [InlineData("cbc(aes)", 16, 16, 15, -Errno.EINVAL)]
    [InlineData("cbc(aes)", 24, 24, 16, -Errno.EINVAL)]
    [InlineData("ctr(aes)", 17, 17, 16, 0)]
    [InlineData("ctr(aes)", 1000, 1000, 16, 0)]
    [InlineData("ctr(aes)", 17, 17, 0, -Errno.EINVAL)]
    public void Sizes_must_fit(string algorithm, int source, int destination, int siv, int expected)
    {
        var context = Parameters.Context(algorithm, Key);

        Assert.Equal(expected, context.Encrypt(Make.Local(new byte[source]), Make.Local(new byte[destination]), Make.Local(new byte[siv])));
        Assert.Equal(expected, context.Decrypt(Make.Local(new byte[source]), Make.Local(new byte[destination]), Make.Local(new byte[siv])));
    }

    [Fact]
    public void Whole_blocks_before_a_part_of_one_are_encrypted_all_the_same()
    {
        var context = Parameters.Context("ecb(aes)", Key);
        var whole = new byte[16];
        Assert.Equal(0, context.Encrypt(Make.Local(new byte[16]), Make.Local(whole), default));
        var part = new byte[20];

        Assert.Equal(-Errno.EINVAL, context.Encrypt(Make.Local(new byte[20]), Make.Local(part), default));

        Assert.Equal([.. whole, 0, 0, 0, 0], part);
    }

    [Fact]
    public void Where_source_and_destination_overlap_block_follows_block()
    {
        var context = Parameters.Context("ecb(aes)", Key);
        var bytes = TestBytes.Counting(48);
        var once = bytes[..16];
        Assert.Equal(0, context.Encrypt(Make.Local(once), Make.Local(once), default));
        byte[] twice = [.. once];
        Assert.Equal(0, context.Encrypt(Make.Local(twice), Make.Local(twice), default));

        Assert.Equal(0, context.Encrypt(Make.Local(bytes.AsSpan(0, 32)), Make.Local(bytes.AsSpan(16)), default));

        Assert.Equal([.. TestBytes.Counting(16), .. once, .. twice], bytes);
    }

    [Fact]
    public void A_null_or_read_only_destination_a_null_source_and_pieces_are_einval()
    {
        var context = Parameters.Context("ecb(aes)", Key);
        var memory = Make.Local(new byte[16]);
        var pieces = Make.Packet(new SkBuff(BpfProgramType.SchedCls, new byte[14], new byte[2]));
        var readOnly = Make.Packet(new SkBuff(BpfProgramType.CgroupSkb, new byte[30]));

        Assert.Equal(-Errno.EINVAL, context.Encrypt(memory, Make.NullLocal(), default));
        Assert.Equal(-Errno.EINVAL, context.Encrypt(Make.NullLocal(), memory, default));
        Assert.Equal(-Errno.EINVAL, context.Encrypt(memory, readOnly, default));
        Assert.Equal(-Errno.EINVAL, context.Encrypt(pieces, memory, default));
        Assert.Equal(-Errno.EINVAL, context.Encrypt(memory, pieces, default));
        Assert.Equal(0, context.Encrypt(readOnly, memory, default));
        Assert.Equal(0, context.Encrypt(memory, memory, Make.NullLocal()));
    }

    [Fact]
    public void A_vector_that_may_only_be_read_is_einval()
    {
        var context = Parameters.Context("cbc(aes)", Key);
        var memory = Make.Local(new byte[16]);

        Assert.Equal(-Errno.EINVAL, context.Encrypt(memory, memory, Make.Packet(new SkBuff(BpfProgramType.CgroupSkb, new byte[30]))));
    }

    [Fact]
    public void Each_reference_is_released_once_and_the_last_one_ends_it()
    {
        var context = Parameters.Context("ecb(aes)", Key);
        Assert.Same(context, context.Acquire());
        context.Release();
        Assert.Equal(0, context.Encrypt(Make.Local(new byte[16]), Make.Local(new byte[16]), default));

        context.Release();

        Assert.Null(context.Acquire());
        Assert.Contains("released", Assert.Throws<DynptrException>(context.Release).Message);
        Assert.Throws<DynptrException>(() => context.Encrypt(Make.Local(new byte[16]), Make.Local(new byte[16]), default));
    }
}
