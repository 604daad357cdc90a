using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CountyHall.Migrations.Sqlite.History
{
    /// <inheritdoc />
    public partial class Indexes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(name: "IX_facts_Key", table: "facts");

            migrationBuilder.DropIndex(name: "IX_facts_not_yet_in_log", table: "facts");

            migrationBuilder.DropIndex(name: "IX_cases_Representative", table: "cases");

            migrationBuilder.CreateIndex(name: "IX_facts_Key", table: "facts", column: "Key", unique: true, filter: "\"Key\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_cases_Representative",
                table: "cases",
                column: "Representative",
                filter: "\"Representative\" IS NOT NULL"
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(name: "IX_facts_Key", table: "facts");

            migrationBuilder.DropIndex(name: "IX_cases_Representative", table: "cases");

            migrationBuilder.CreateIndex(name: "IX_facts_Key", table: "facts", column: "Key", unique: true);

            migrationBuilder.CreateIndex(name: "IX_facts_not_yet_in_log", table: "facts", column: "Id", filter: "\"LogIndex\" IS NULL");

            migrationBuilder.CreateIndex(name: "IX_cases_Representative", table: "cases", column: "Representative");
        }
    }
}
