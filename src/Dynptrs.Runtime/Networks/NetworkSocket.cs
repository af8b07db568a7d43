using System.Net;

namespace Dynptrs;

/// <summary>A socket of the network, for programs to find.</summary>
/// <param name="Protocol">TCP or UDP.</param>
/// <param name="Local">Its own end; with an address of zeroes for every one that the machine has.</param>
/// <param name="Remote">The other end of a connection; <see langword="null"/> for a socket that listens.</param>
public sealed record NetworkSocket(IpProtocol Protocol, IPEndPoint Local, IPEndPoint? Remote = null);
