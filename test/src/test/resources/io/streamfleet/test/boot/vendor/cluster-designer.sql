-- Forward engineered by a designer's tool
SET @OLD_UNIQUE_CHECKS=@@UNIQUE_CHECKS, UNIQUE_CHECKS=0;
SET @OLD_FOREIGN_KEY_CHECKS=@@FOREIGN_KEY_CHECKS, FOREIGN_KEY_CHECKS=0;
SET @OLD_SQL_MODE=@@SQL_MODE, SQL_MODE='TRADITIONAL,ALLOW_INVALID_DATES';
SET AUTOCOMMIT = 0;
START TRANSACTION;
SET time_zone = "+00:00";

CREATE SCHEMA IF NOT EXISTS `cluster` DEFAULT CHARACTER SET utf8 COLLATE utf8_general_ci ;
USE `cluster` ;

CREATE TABLE IF NOT EXISTS `cluster`.`alarms` (
  `id` INT NOT NULL AUTO_INCREMENT,
  `metric` VARCHAR(64) NULL,
  PRIMARY KEY (`id`))
ENGINE = InnoDB;

create table if not exists cluster.nodes (
  id INT NOT NULL,
  alarm INT NULL,
  PRIMARY KEY (id),
  INDEX fk_idx (alarm ASC),
  CONSTRAINT fk FOREIGN KEY (alarm) REFERENCES cluster.alarms (id) ON DELETE NO ACTION ON UPDATE NO ACTION)
ENGINE = InnoDB;

CREATE TABLE IF NOT EXISTS `cluster`.`live_nodes` (`id` INT);
DROP TABLE IF EXISTS `cluster`.`live_nodes`;
CREATE OR REPLACE VIEW `cluster`.`live_nodes` AS SELECT id FROM cluster.nodes;

DELIMITER $$
CREATE TRIGGER `cluster`.`after_alarm` AFTER DELETE ON `cluster`.`alarms` FOR EACH ROW
BEGIN
  DELETE FROM cluster.nodes WHERE alarm = OLD.id;
END$$
DELIMITER ;

INSERT INTO `cluster`.`alarms` (`metric`) VALUES ('connections'), ('cpu');
SET SQL_MODE=@OLD_SQL_MODE;
SET FOREIGN_KEY_CHECKS=@OLD_FOREIGN_KEY_CHECKS;
SET UNIQUE_CHECKS=@OLD_UNIQUE_CHECKS;
