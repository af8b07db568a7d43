namespace Dynptrs.Analyzers.Configuration;

/// <summary>Which exceptions lead out of a method of host code: <c>dynptr.exception_paths</c>.</summary>
internal enum ExceptionPaths
{
    /// <summary>Those that it throws itself, with <c>throw</c>.</summary>
    Explicit,

    /// <summary>Those of all that it calls, too.</summary>
    All,
}
