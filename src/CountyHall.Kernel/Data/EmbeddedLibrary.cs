using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace CountyHall.Kernel.Data;

/// <summary>What is asked of the embedded database's library many times for each row: without a copy, and without leaving managed code for each.</summary>
/// <remarks>https://sqlite.org/c3ref/bind_blob.html. Each only notes a value and returns.</remarks>
internal static unsafe class EmbeddedLibrary
{
    private const string Name = "e_sqlite3";
    private const DllImportSearchPath Beside = DllImportSearchPath.AssemblyDirectory | DllImportSearchPath.SafeDirectories;

    /// <summary>SQLITE_STATIC: the bytes stay where they are until the statement is bound anew.</summary>
    public const nint StaysThere = 0;

    /// <exception cref="SqliteException">The library said neither that it is done nor that there is a row.</exception>
    public static void Check(int said, sqlite3? database)
    {
        if (said is not (raw.SQLITE_OK or raw.SQLITE_ROW or raw.SQLITE_DONE))
            SqliteException.ThrowExceptionForRC(said, database);
    }

    [DllImport(Name, EntryPoint = "sqlite3_bind_null"), DefaultDllImportSearchPaths(Beside), SuppressGCTransition]
    public static extern int BindNull(nint statement, int at);

    [DllImport(Name, EntryPoint = "sqlite3_bind_int64"), DefaultDllImportSearchPaths(Beside), SuppressGCTransition]
    public static extern int BindInteger(nint statement, int at, long value);

    [DllImport(Name, EntryPoint = "sqlite3_bind_double"), DefaultDllImportSearchPaths(Beside), SuppressGCTransition]
    public static extern int BindReal(nint statement, int at, double value);

    [DllImport(Name, EntryPoint = "sqlite3_bind_text"), DefaultDllImportSearchPaths(Beside), SuppressGCTransition]
    public static extern int BindText(nint statement, int at, byte* text, int length, nint whose);

    [DllImport(Name, EntryPoint = "sqlite3_bind_blob"), DefaultDllImportSearchPaths(Beside), SuppressGCTransition]
    public static extern int BindBlob(nint statement, int at, byte* bytes, int length, nint whose);
}
