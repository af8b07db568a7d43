using Dynptrs.Generators.Declarations;
using Dynptrs.Generators.Models;

namespace Dynptrs.Generators.Objects;

/// <summary>A BPF object: what its skeleton shows.</summary>
/// <param name="Frame">The class.</param>
/// <param name="Name">The name of the class.</param>
/// <param name="FullName">Its name as it is written anywhere: a class of the skeleton may have the same short one.</param>
/// <param name="License">The licence of its programs.</param>
/// <param name="Maps">Its maps.</param>
/// <param name="Globals">Its globals.</param>
/// <param name="Programs">Its programs.</param>
/// <param name="Hidden">The maps and globals whose types are private, so that nothing else can name them.</param>
/// <param name="HiddenGlobals">The globals among these.</param>
/// <param name="HasKernel">Whether the object can be loaded: the compilation has what loads it.</param>
internal sealed record ObjectModel(
    TypeFrame Frame,
    string Name,
    string FullName,
    string License,
    EquatableArray<ObjectMap> Maps,
    EquatableArray<ObjectGlobal> Globals,
    EquatableArray<ObjectProgram> Programs,
    EquatableArray<string> Hidden,
    EquatableArray<string> HiddenGlobals,
    bool HasKernel);
