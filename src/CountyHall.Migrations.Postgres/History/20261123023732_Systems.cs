using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CountyHall.Migrations.Postgres.History
{
    /// <inheritdoc />
    public partial class Systems : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "connected_systems",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    Division = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    Key = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Terms = table.Column<string>(type: "text", nullable: false),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    StoppedWhy = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_connected_systems", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "system_changes",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    Division = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    Key = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Before = table.Column<string>(type: "text", nullable: true),
                    After = table.Column<string>(type: "text", nullable: false),
                    Reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    ProposedBy = table.Column<long>(type: "bigint", nullable: false),
                    ProposerName = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    ProposedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    DeciderName = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    DecidedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    DeclinedWhy = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_system_changes", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "uploaded_materials",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    System = table.Column<long>(type: "bigint", nullable: false),
                    Hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    File = table.Column<string>(type: "text", nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_uploaded_materials", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "heard_nonces",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    System = table.Column<long>(type: "bigint", nullable: false),
                    Nonce = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_heard_nonces", x => x.Id);
                    table.ForeignKey(
                        name: "FK_heard_nonces_connected_systems_System",
                        column: x => x.System,
                        principalTable: "connected_systems",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateIndex(name: "IX_connected_systems_Key", table: "connected_systems", column: "Key", unique: true);

            migrationBuilder.CreateIndex(name: "IX_heard_nonces_At", table: "heard_nonces", column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_heard_nonces_System_Nonce",
                table: "heard_nonces",
                columns: new[] { "System", "Nonce" },
                unique: true
            );

            migrationBuilder.CreateIndex(name: "IX_system_changes_Key_Id", table: "system_changes", columns: new[] { "Key", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_system_changes_open",
                table: "system_changes",
                column: "Key",
                unique: true,
                filter: "\"State\" = 'Proposed'"
            );

            migrationBuilder.CreateIndex(
                name: "IX_uploaded_materials_System_Hash",
                table: "uploaded_materials",
                columns: new[] { "System", "Hash" },
                unique: true
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "heard_nonces");

            migrationBuilder.DropTable(name: "system_changes");

            migrationBuilder.DropTable(name: "uploaded_materials");

            migrationBuilder.DropTable(name: "connected_systems");
        }
    }
}
