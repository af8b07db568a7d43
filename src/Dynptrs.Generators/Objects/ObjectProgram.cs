using Microsoft.CodeAnalysis;

namespace Dynptrs.Generators.Objects;

/// <summary>A program of an object.</summary>
/// <param name="Name">The name of its method, escaped.</param>
/// <param name="Documentation">Its method, as documentation refers to it.</param>
/// <param name="Section">Its section, as a literal.</param>
/// <param name="ProgramType">Its type, as a literal.</param>
/// <param name="AttachTarget">What it attaches to, as a literal, or <c>null</c>.</param>
/// <param name="Type">The type of its entry in the skeleton.</param>
/// <param name="PacketType">The member of <c>BpfProgramType</c> that it is, for a program with a socket buffer; else empty.</param>
/// <param name="Access">Who may see the types of its parameters.</param>
internal sealed record ObjectProgram(
    string Name,
    string Documentation,
    string Section,
    string ProgramType,
    string AttachTarget,
    string Type,
    string PacketType,
    Accessibility Access);
