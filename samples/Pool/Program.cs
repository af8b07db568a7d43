using System;
using Dynptrs;
using Pooling;

Console.WriteLine($"Take 16 bytes: {Fill(16)}");
Console.WriteLine($"Take 5000 bytes: {Fill(5000)} (-E2BIG is {-Errno.E2BIG})");
Console.WriteLine($"Take with flags: {BlockPool.Take(16, 1, out var refused)} (-EINVAL is {-Errno.EINVAL})");
BlockPool.GiveBack(ref refused);

// Leave out one of the releases, or use `bytes` after it, and the project does not build.
static int Fill(int size)
{
    var error = BlockPool.Take(size, 0, out var lease);
    var bytes = BlockPool.BytesOf(in lease);
    if (bytes.IsNull)
    {
        BlockPool.GiveBack(ref lease);
        return error;
    }

    bytes.Span.Fill(1);
    BlockPool.GiveBack(ref lease);
    return 0;
}
