namespace Dynptrs.Tests;

/// <summary>Something done with a dynptr or a view, which a lambda cannot capture.</summary>
internal delegate void Use<T>(ref T it)
    where T : allows ref struct;
