using System;
using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Dynptrs;

/// <summary>
/// AES in one of its modes, on memory that may be the same, or overlap, as the kernel's ciphers work on it: block after block.
/// </summary>
internal sealed class AesCipher : IDisposable
{
    private const int BlockSize = 16;
    private const int CounterBlocks = 16;

    private readonly Aes _aes = Aes.Create();
    private readonly AesMode _mode;

    public AesCipher(AesMode mode, ReadOnlySpan<byte> key)
    {
        _mode = mode;
        _aes.SetKey(key);
    }

    /// <summary>The length of the initialisation vector in bytes.</summary>
    public uint VectorSize => _mode == AesMode.Ecb ? 0u : BlockSize;

    /// <summary>Encrypts or decrypts, and replaces the vector by the next.</summary>
    /// <returns>Whether there were whole blocks only, or the mode needs none. Bytes behind the last whole block are left out.</returns>
    public bool Apply(ReadOnlySpan<byte> source, Span<byte> destination, Span<byte> vector, bool isEncryption)
    {
        if (_mode == AesMode.Ctr)
        {
            Count(source, destination, vector);
            return true;
        }

        var whole = source.Length & -BlockSize;

        // Where the two overlap, but are not the same, the kernel reads what it has just written.
        var isShifted = source.Overlaps(destination, out var distance) && distance != 0;
        var step = isShifted ? BlockSize : whole;
        for (var i = 0; i < whole; i += step)
            ApplyWhole(source.Slice(i, step), destination.Slice(i, step), vector, isEncryption);
        return whole == source.Length;
    }

    public void Dispose() => _aes.Dispose();

    private void ApplyWhole(ReadOnlySpan<byte> source, Span<byte> destination, Span<byte> vector, bool isEncryption)
    {
        if (_mode == AesMode.Ecb)
        {
            _ = isEncryption
                ? _aes.EncryptEcb(source, destination, PaddingMode.None)
                : _aes.DecryptEcb(source, destination, PaddingMode.None);
            return;
        }

        Span<byte> next = stackalloc byte[BlockSize];
        source[^BlockSize..].CopyTo(next);
        if (isEncryption)
        {
            _aes.EncryptCbc(source, vector, destination, PaddingMode.None);
            destination[^BlockSize..].CopyTo(vector);
        }
        else
        {
            _aes.DecryptCbc(source, vector, destination, PaddingMode.None);
            next.CopyTo(vector);
        }
    }

    private void Count(ReadOnlySpan<byte> source, Span<byte> destination, Span<byte> vector)
    {
        Span<byte> stream = stackalloc byte[CounterBlocks * BlockSize];
        var counter = BinaryPrimitives.ReadUInt128BigEndian(vector);
        for (var done = 0; done < source.Length; done += stream.Length)
        {
            var count = Math.Min(stream.Length, source.Length - done);
            var blocks = (count + BlockSize - 1) / BlockSize;
            for (var block = 0; block < blocks; block++)
                BinaryPrimitives.WriteUInt128BigEndian(stream[(block * BlockSize)..], counter++);
            _aes.EncryptEcb(stream[..(blocks * BlockSize)], stream, PaddingMode.None);
            for (var i = 0; i < count; i++)
                destination[done + i] = (byte)(source[done + i] ^ stream[i]);
        }

        BinaryPrimitives.WriteUInt128BigEndian(vector, counter);
    }
}
