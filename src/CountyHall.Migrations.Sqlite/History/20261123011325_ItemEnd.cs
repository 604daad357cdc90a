using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CountyHall.Migrations.Sqlite.History
{
    /// <inheritdoc />
    public partial class ItemEnd : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateOnly>(
                name: "EndsOn",
                table: "item_versions",
                type: "TEXT",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "EndsOn",
                table: "item_versions");
        }
    }
}
