namespace Dynptrs.Tests.Crypto;

/// <summary>The kernel's own ciphers give the same bytes.</summary>
public class KernelCipherTests
{
    [Theory]
    [InlineData("ecb(aes)", 0)]
    [InlineData("cbc(aes)", 16)]
    [InlineData("ctr(aes)", 16)]
    public void The_kernels_socket_gives_the_same_bytes(string algorithm, int vectorSize)
    {
        using var kernel = KernelCipher.TryOpen(algorithm);
        if (kernel is null)
            Assert.Skip($"The kernel has no socket of the family AF_ALG for {algorithm}.");
        var source = TestBytes.Counting(4096);
        var vector = TestBytes.Counting(vectorSize);
        foreach (var keySize in (int[])[16, 24, 32])
        {
            var key = TestBytes.Counting(keySize);
            var result = new byte[source.Length];

            Assert.Equal(
                0, Parameters.Context(algorithm, key).Encrypt(Make.Local(source), Make.Local(result), Make.Local((byte[])[.. vector])));

            Assert.Equal(kernel!.Encrypt(key, source, vector), result);
        }
    }
}
