using Dynptrs.Generators.Declarations;

namespace Dynptrs.Generators.Stubs;

/// <summary>A class that is to be filled with stubs.</summary>
/// <param name="Frame">Where the stubs go.</param>
/// <param name="Selection">Which stubs it gets.</param>
internal sealed record StubTarget(TypeFrame Frame, StubSelection Selection);
