using System;
using CountyHall.Kernel.Data;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CountyHall.Migrations.Sqlite.History
{
    [DbContext(typeof(HallDb))]
    [Migration("20261128204340_RedFlags")]
    public sealed class RedFlags : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "flag_runs",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false),
                    Division = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    RunAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Lots = table.Column<int>(type: "INTEGER", nullable: false),
                    Flagged = table.Column<int>(type: "INTEGER", nullable: false),
                    Peers = table.Column<string>(type: "TEXT", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_flag_runs", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "flag_verdicts",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false),
                    Division = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    LotId = table.Column<long>(type: "INTEGER", nullable: false),
                    Flag = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Value = table.Column<double>(type: "REAL", nullable: false),
                    IsConfirmed = table.Column<bool>(type: "INTEGER", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    By = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_flag_verdicts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_flag_verdicts_lots_LotId",
                        column: x => x.LotId,
                        principalTable: "lots",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "flagged_lots",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false),
                    Division = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    Office = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Content = table.Column<string>(type: "TEXT", nullable: false),
                    IsFlagged = table.Column<bool>(type: "INTEGER", nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_flagged_lots", x => x.Id);
                    table.ForeignKey(
                        name: "FK_flagged_lots_lots_Id",
                        column: x => x.Id,
                        principalTable: "lots",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateIndex(name: "IX_flag_runs_Division_Id", table: "flag_runs", columns: new[] { "Division", "Id" });

            migrationBuilder.CreateIndex(name: "IX_flag_verdicts_LotId_Id", table: "flag_verdicts", columns: new[] { "LotId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_flagged_lots_Division_Office_IsFlagged_Id",
                table: "flagged_lots",
                columns: new[] { "Division", "Office", "IsFlagged", "Id" }
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "flag_runs");

            migrationBuilder.DropTable(name: "flag_verdicts");

            migrationBuilder.DropTable(name: "flagged_lots");
        }
    }
}
