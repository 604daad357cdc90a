using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CountyHall.Migrations.Postgres.History
{
    /// <inheritdoc />
    public partial class Licences : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "licence_types",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    Division = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    Key = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    Code = table.Column<string>(type: "character varying(21)", maxLength: 21, nullable: false),
                    NameZh = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    NameEn = table.Column<string>(type: "text", nullable: false),
                    Shows = table.Column<string>(type: "text", nullable: false),
                    ChangedBy = table.Column<string>(type: "text", nullable: false),
                    RenewedBy = table.Column<string>(type: "text", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_licence_types", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "licences",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    Division = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    Type = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    Office = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Holder = table.Column<long>(type: "bigint", nullable: false),
                    Item = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    Case = table.Column<string>(type: "character varying(22)", maxLength: 22, nullable: false),
                    Identifier = table.Column<string>(type: "character varying(110)", maxLength: 110, nullable: false),
                    Number = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    TitleZh = table.Column<string>(type: "text", nullable: false),
                    TitleEn = table.Column<string>(type: "text", nullable: false),
                    IssuedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    ValidUntil = table.Column<DateOnly>(type: "date", nullable: true),
                    Printed = table.Column<string>(type: "text", nullable: false),
                    State = table.Column<string>(type: "text", nullable: false),
                    Ended = table.Column<bool>(type: "boolean", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_licences", x => x.Id);
                    table.ForeignKey(
                        name: "FK_licences_parties_Holder",
                        column: x => x.Holder,
                        principalTable: "parties",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateIndex(
                name: "IX_licence_types_Division_NameZh",
                table: "licence_types",
                columns: new[] { "Division", "NameZh" },
                unique: true
            );

            migrationBuilder.CreateIndex(name: "IX_licences_Case", table: "licences", column: "Case");

            migrationBuilder.CreateIndex(
                name: "IX_licences_Division_Office_Id",
                table: "licences",
                columns: new[] { "Division", "Office", "Id" }
            );

            migrationBuilder.CreateIndex(name: "IX_licences_Holder_Id", table: "licences", columns: new[] { "Holder", "Id" });

            migrationBuilder.CreateIndex(name: "IX_licences_Identifier", table: "licences", column: "Identifier", unique: true);

            migrationBuilder.CreateIndex(name: "IX_licences_Number", table: "licences", column: "Number");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "licence_types");

            migrationBuilder.DropTable(name: "licences");
        }
    }
}
