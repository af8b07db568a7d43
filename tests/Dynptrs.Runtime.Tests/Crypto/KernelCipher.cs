using System;
using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;

namespace Dynptrs.Tests.Crypto;

/// <summary>A cipher of the kernel, reached through a socket of the family <c>AF_ALG</c>.</summary>
internal sealed partial class KernelCipher : IDisposable
{
    private const int AfAlg = 38;
    private const int SockSeqpacket = 5;
    private const int SolAlg = 279;
    private const int AlgSetKey = 1;
    private const int AlgSetIv = 2;
    private const int AlgSetOp = 3;
    private const int AlgOpEncrypt = 1;

    private readonly int _socket;

    private KernelCipher(int socket) => _socket = socket;

    /// <summary>Opens a cipher.</summary>
    /// <returns>The cipher, or <see langword="null"/> where the kernel has none for user space.</returns>
    public static KernelCipher? TryOpen(string algorithm)
    {
        if (!OperatingSystem.IsLinux())
            return null;
        var socket = Socket(AfAlg, SockSeqpacket, 0);
        if (socket < 0)
            return null;
        var address = new byte[88];
        BinaryPrimitives.WriteUInt16LittleEndian(address, AfAlg);
        Encoding.ASCII.GetBytes("skcipher", address.AsSpan(2));
        Encoding.ASCII.GetBytes(algorithm, address.AsSpan(24));
        if (Bind(socket, address, address.Length) == 0)
            return new KernelCipher(socket);
        _ = Close(socket);
        return null;
    }

    public unsafe byte[] Encrypt(byte[] key, byte[] source, byte[] vector)
    {
        Assert.Equal(0, SetSocketOption(_socket, SolAlg, AlgSetKey, key, key.Length));
        var operation = Accept(_socket, 0, 0);
        Assert.True(operation >= 0);
        byte[] control =
        [
            .. Control(AlgSetOp, BitConverter.GetBytes(AlgOpEncrypt)),
            .. vector.Length == 0 ? [] : Control(AlgSetIv, [.. BitConverter.GetBytes(vector.Length), .. vector]),
        ];
        var result = new byte[source.Length];
        fixed (byte* data = source, ancillary = control)
        {
            var buffer = new Buffer { Start = (nint)data, Length = (nuint)source.Length };
            var message = new Message
            {
                Buffers = (nint)(&buffer),
                BufferCount = 1,
                Control = (nint)ancillary,
                ControlLength = (nuint)control.Length,
            };
            Assert.Equal(source.Length, SendMessage(operation, in message, 0));
        }

        Assert.Equal(result.Length, Read(operation, result, (nuint)result.Length));
        _ = Close(operation);
        return result;
    }

    public void Dispose() => _ = Close(_socket);

    /// <summary>A control message: its length, level and type, and its data, padded to the size of a pointer.</summary>
    private static byte[] Control(int type, byte[] data)
    {
        var length = 16 + data.Length;
        return
        [
            .. BitConverter.GetBytes((long)length),
            .. BitConverter.GetBytes(SolAlg),
            .. BitConverter.GetBytes(type),
            .. data,
            .. new byte[-length & 7],
        ];
    }

    [LibraryImport("libc", EntryPoint = "socket", SetLastError = true)]
    private static partial int Socket(int family, int type, int protocol);

    [LibraryImport("libc", EntryPoint = "bind", SetLastError = true)]
    private static partial int Bind(int socket, byte[] address, int length);

    [LibraryImport("libc", EntryPoint = "setsockopt", SetLastError = true)]
    private static partial int SetSocketOption(int socket, int level, int option, byte[] value, int length);

    [LibraryImport("libc", EntryPoint = "accept", SetLastError = true)]
    private static partial int Accept(int socket, nint address, nint length);

    [LibraryImport("libc", EntryPoint = "sendmsg", SetLastError = true)]
    private static partial nint SendMessage(int socket, in Message message, int flags);

    [LibraryImport("libc", EntryPoint = "read", SetLastError = true)]
    private static partial nint Read(int file, byte[] buffer, nuint length);

    [LibraryImport("libc", EntryPoint = "close", SetLastError = true)]
    private static partial int Close(int file);

    [StructLayout(LayoutKind.Sequential)]
    private struct Buffer
    {
        public nint Start;
        public nuint Length;
    }

    [StructLayout(LayoutKind.Sequential)]
    private struct Message
    {
        public nint Name;
        public uint NameLength;
        public nint Buffers;
        public nuint BufferCount;
        public nint Control;
        public nuint ControlLength;
        public int Flags;
    }
}
