namespace Dynptrs.Verifier.Domain;

/// <summary>A pointer into a packet to which a number was added: who writes the same sum again gets the same pointer.</summary>
/// <param name="Frame">Where it was added. A compiler keeps the sum for the function that it is in.</param>
/// <param name="Base">The anchor of the pointer that was moved.</param>
/// <param name="Number">The identity of the number.</param>
/// <param name="Projection">How the number was made of what has that identity.</param>
/// <param name="Anchor">The anchor of the sum.</param>
/// <param name="Proved">How many bytes behind the edge are proved for pointers with that anchor.</param>
internal sealed record PacketSum(Frame Frame, int Base, int Number, Projection Projection, int Anchor, long Proved);
