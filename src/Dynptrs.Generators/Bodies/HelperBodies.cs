using Dynptrs.Generators.Declarations;
using Dynptrs.Generators.Models;

namespace Dynptrs.Generators.Bodies;

/// <summary>The helpers of one type whose bodies are to be written.</summary>
/// <param name="Frame">Where they go.</param>
/// <param name="Bodies">The bodies, in the order of their declarations.</param>
internal sealed record HelperBodies(TypeFrame Frame, EquatableArray<HelperBody> Bodies);
