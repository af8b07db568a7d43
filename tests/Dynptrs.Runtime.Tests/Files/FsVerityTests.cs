using System;
using System.IO;
using System.Linq;

namespace Dynptrs.Tests.Files;

public class FsVerityTests
{
    [Theory]

    // As fsverity 1.5 prints them, of bytes that count up to 250 and start again.
    [InlineData(0, FsVerityAlgorithm.Sha256, 4096, "", "3d248ca542a24fc62d1c43b916eae5016878e2533c88238480b26128a1f1af95")]
    [InlineData(1, FsVerityAlgorithm.Sha256, 4096, "", "b803429503d95915829b29fdbc8bbad142f3abfd11b1cadf5526582e685c0551")]
    [InlineData(4096, FsVerityAlgorithm.Sha256, 4096, "", "13e9b8848ae484a36acb3f3cac0ceb2f7601e96633d15c92f9bd3dd44e492157")]
    [InlineData(4097, FsVerityAlgorithm.Sha256, 4096, "", "b0d074abef4d544404facfab6ba242f6a8ccbde90f1325cd286f3c8aa8d0f8aa")]
    [InlineData(100_000, FsVerityAlgorithm.Sha256, 4096, "", "f582acdb8f0ae0d159b650c0b967c2770f2bc994a416f80db8780a70b256714b")]
    [InlineData(524_288, FsVerityAlgorithm.Sha256, 4096, "", "d82861203d50ae9b60948504a704f35f5118bd229aeb1a22d6dae47b1767c4c4")]
    [InlineData(524_289, FsVerityAlgorithm.Sha256, 4096, "", "4dc6905041c9c4ee73e13b53f63f5d289c46da359b664a965ead7f8cc4d799d4")]
    [InlineData(3_000_000, FsVerityAlgorithm.Sha256, 4096, "", "806637cc95983f0e50918d26413ef0a35b7cd8ed7c16e2c5ff140ea87bdc8f58")]
    [InlineData(100_000, FsVerityAlgorithm.Sha256, 1024, "", "7df9cc1822097212fd444e8e1c7e7c9913303da3109cb05333bc9961070bbb6e")]
    [InlineData(100_000, FsVerityAlgorithm.Sha256, 2048, "", "8a2d88d0f0619034e91ed25fec416ad46c2987600b67b818cdfa5145822bc56b")]
    [InlineData(100_000, FsVerityAlgorithm.Sha256, 65536, "", "ba558a26e8d747cf45b4fb664d88a5574ebc80fae67209e267825fad82566225")]
    [InlineData(0, FsVerityAlgorithm.Sha256, 4096, "0102030405060708", "3ae0163669f29bd92a8e0254d7286044337492fa280dfeb1f5a94b38b5798537")]
    [InlineData(
        100_000, FsVerityAlgorithm.Sha256, 4096, "0102030405060708", "77869e1d3eb88434508ccbca6cad91f3cff28a0a9719771617e47655cb32bc94")]
    [InlineData(
        100_000,
        FsVerityAlgorithm.Sha256,
        4096,
        "ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
        "2232a40e0783b390f399c4cf7f2df619a01da57957456ec4fe530f6987f71e9f")]
    [InlineData(
        0,
        FsVerityAlgorithm.Sha512,
        4096,
        "",
        "ccf9e5aea1c2a64efa2f2354a6024b90dffde6bbc017825045dce374474e13d10adb9dadcc6ca8e17a3c075fbd31336e8f266ae6fa93a6c3bed66f9e784e5abf")]
    [InlineData(
        4097,
        FsVerityAlgorithm.Sha512,
        4096,
        "",
        "97a1e45daaa69bd7b31908cf835318ba36476984ffa7f4a5913c0187db04ce5f19dc80306f493741d4ad1cdd212b7a9d2691aa3d42563d35471363fbb0fc7f1c")]
    [InlineData(
        3_000_000,
        FsVerityAlgorithm.Sha512,
        4096,
        "",
        "5b9071cd592a531344fd5041eedcf2fe6207cc7a572ed82731cf921a5281768b7457afcc9cfdf1c31316fb8edfed03ad88e832979a634442fff1be8df7f78fe2")]
    [InlineData(
        100_000,
        FsVerityAlgorithm.Sha512,
        4096,
        "00",
        "76e9efa9ee54a29488ba82c5ec4c402d3d6b07bdc483fb7b09ab728da8270f74bda4c96a5bf75db1cbd57136ccf8f74704f2638147244f0f352233055a4ff89d")]
    public void The_digest_is_the_one_that_fsverity_computes(
        int size,
        FsVerityAlgorithm algorithm,
        int blockSize,
        string salt,
        string digest)
    {
        using var content = new TempFile(Bytes(size));
        using var handle = File.OpenHandle(content.Path);

        Assert.Equal(digest, Convert.ToHexStringLower(FsVerity.ComputeDigest(handle, algorithm, blockSize, Convert.FromHexString(salt))));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(4095)]
    [InlineData(4096 * 128)]
    [InlineData((4096 * 128) + 1)]
    [InlineData((4096 * 128 * 3) + 7)]
    public void The_program_of_the_distribution_agrees(int size)
    {
        using var content = new TempFile(Bytes(size));
        using var handle = File.OpenHandle(content.Path);
        foreach (var blockSize in new[] { 1024, 4096, 16384 })
        {
            Assert.Equal(
                FsVerityProgram.Run("digest", "--compact", "--hash-alg=sha256", $"--block-size={blockSize}", "--salt=a1b2c3", content.Path),
                Convert.ToHexStringLower(FsVerity.ComputeDigest(handle, FsVerityAlgorithm.Sha256, blockSize, [0xa1, 0xb2, 0xc3])));
            Assert.Equal(
                FsVerityProgram.Run("digest", "--compact", "--hash-alg=sha512", $"--block-size={blockSize}", content.Path),
                Convert.ToHexStringLower(FsVerity.ComputeDigest(handle, FsVerityAlgorithm.Sha512, blockSize)));
        }
    }

    [Fact]
    public void Arguments_that_fs_verity_does_not_accept_are_refused()
    {
        using var content = FileDynptrTests.Content();
        using var handle = File.OpenHandle(content.Path);

        Assert.Throws<ArgumentException>(() => FsVerity.ComputeDigest(handle, (FsVerityAlgorithm)3));
        Assert.Throws<ArgumentException>(() => FsVerity.ComputeDigest(handle, blockSize: 512));
        Assert.Throws<ArgumentException>(() => FsVerity.ComputeDigest(handle, blockSize: 5000));
        Assert.Throws<ArgumentException>(() => FsVerity.ComputeDigest(handle, blockSize: 131072));
        Assert.Throws<ArgumentException>(() => FsVerity.ComputeDigest(handle, salt: new byte[33]));
    }

    [Theory]
    [InlineData("local")]
    [InlineData("ringbuf")]
    [InlineData("skb")]
    public void A_program_gets_algorithm_size_and_digest_and_zeroes(string kind)
    {
        using var content = FileDynptrTests.Content();
        using var file = new KernelFile(content.Path);
        using var handle = File.OpenHandle(content.Path);
        file.EnableFsVerity();
        var ptr = Make.OfKind(kind, 50);
        Assert.Equal(0, ptr.Fill(0, 50, 0xaa));

        Assert.Equal(0, file.GetFsVerityDigest(ptr));

        var read = new byte[50];
        Assert.Equal(0, ptr.Read(read));
        Assert.Equal([1, 0, 32, 0, .. FsVerity.ComputeDigest(handle), .. new byte[14]], read);
    }

    [Fact]
    public void The_last_digest_that_the_host_computed_counts()
    {
        using var content = FileDynptrTests.Content();
        using var file = new KernelFile(content.Path);
        using var handle = File.OpenHandle(content.Path);
        file.EnableFsVerity();
        file.EnableFsVerity(FsVerityAlgorithm.Sha512, 1024, [1, 2, 3]);
        var memory = new byte[68];

        Assert.Equal(0, file.GetFsVerityDigest(Make.Local(memory)));

        Assert.Equal([2, 0, 64, 0, .. FsVerity.ComputeDigest(handle, FsVerityAlgorithm.Sha512, 1024, [1, 2, 3])], memory);
    }

    [Fact]
    public void A_file_without_fs_verity_is_enodata_whatever_the_size()
    {
        using var content = FileDynptrTests.Content();
        using var file = new KernelFile(content.Path);

        Assert.Equal(-Errno.ENODATA, file.GetFsVerityDigest(Make.Local(new byte[100])));
        Assert.Equal(-Errno.ENODATA, file.GetFsVerityDigest(Make.Local(new byte[4])));
    }

    [Fact]
    public void A_digest_that_does_not_fit_is_eoverflow()
    {
        using var content = FileDynptrTests.Content();
        using var file = new KernelFile(content.Path);
        file.EnableFsVerity();

        Assert.Equal(-Errno.EOVERFLOW, file.GetFsVerityDigest(Make.Local(new byte[4])));
        Assert.Equal(-Errno.EOVERFLOW, file.GetFsVerityDigest(Make.Local(new byte[35])));
        Assert.Equal(0, file.GetFsVerityDigest(Make.Local(new byte[36])));
    }

    [Fact]
    public void A_dynptr_that_cannot_take_the_digest_is_einval()
    {
        using var content = FileDynptrTests.Content();
        using var file = new KernelFile(content.Path);
        var odd = Make.Local(new byte[100]);
        Assert.Equal(0, odd.Adjust(1, 100));
        var contents = FileDynptrTests.Open(file);

        Assert.Equal(-Errno.EINVAL, file.GetFsVerityDigest(Make.Local(new byte[3])));
        Assert.Equal(-Errno.EINVAL, file.GetFsVerityDigest(Make.NullLocal()));
        Assert.Equal(-Errno.EINVAL, file.GetFsVerityDigest(Make.Packet(new SkBuff(BpfProgramType.CgroupSkb, new byte[100]))));
        Assert.Equal(-Errno.EINVAL, file.GetFsVerityDigest(Make.Packet(new SkBuff(BpfProgramType.SchedCls, new byte[14], new byte[100]))));
        Assert.Equal(-Errno.EINVAL, file.GetFsVerityDigest(contents));
        Assert.Equal(-Errno.EINVAL, file.GetFsVerityDigest(odd));
        Assert.Equal(0, odd.Adjust(1, 99));
        Assert.Equal(-Errno.ENODATA, file.GetFsVerityDigest(odd));
        contents.DiscardFile();
    }

    [Fact]
    public void The_digest_of_the_kernel_comes_first()
    {
        using var content = FileDynptrTests.Content();
        Assert.SkipWhen(FsVerityProgram.Run("enable", content.Path) is null, "The file system of the temporary folder has no fs-verity.");
        using var file = new KernelFile(content.Path);
        using var handle = File.OpenHandle(content.Path);
        file.EnableFsVerity(FsVerityAlgorithm.Sha512);
        var memory = new byte[40];

        Assert.Equal(0, file.GetFsVerityDigest(Make.Local(memory)));

        Assert.Equal([1, 0, 32, 0, .. FsVerity.ComputeDigest(handle), 0, 0, 0, 0], memory);
    }

    private static byte[] Bytes(int size) => Enumerable.Range(0, size).Select(i => (byte)(i % 251)).ToArray();
}
