using System;

namespace Dynptrs;

/// <summary>Receives one record from a <see cref="RingBufReader"/>.</summary>
/// <param name="record">The record, inside the ring: good until the handler returns.</param>
public delegate void RingBufRecordHandler(ReadOnlySpan<byte> record);
