using System;
using System.Threading;

namespace Dynptrs;

/// <summary>What a <see cref="UserRingBufProducer"/> writes: a ring buffer of this process, or one of the kernel.</summary>
internal unsafe interface IUserRing
{
    /// <summary>The size of the data in bytes.</summary>
    public int Size { get; }

    public long* ConsumerPosition { get; }

    public long* ProducerPosition { get; }

    public byte* Data { get; }

    /// <summary>Waits until a program has drained something.</summary>
    public bool Wait(TimeSpan timeout, CancellationToken cancellationToken);
}
